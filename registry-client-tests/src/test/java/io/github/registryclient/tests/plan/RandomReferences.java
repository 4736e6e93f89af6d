package io.github.registryclient.tests.plan;

import io.github.registryclient.cleanup.policy.ImageReference;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.RegistrySnapshot;
import io.github.registryclient.testkit.RepositorySnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Draws references of what is there, and of some things that are not. For one thread. */
final class RandomReferences {
    private final Random random;
    private final RegistrySnapshot snapshot;

    RandomReferences(Random random, RegistrySnapshot snapshot) {
        this.random = random;
        this.snapshot = snapshot;
    }

    RepositoryName repository() {
        return pick(new ArrayList<>(snapshot.repositories().keySet()));
    }

    ImageReference one(boolean fromElsewhere) {
        RepositoryName name = repository();
        RepositorySnapshot there = snapshot.repositories().get(name);
        ImageReference.Builder reference = ImageReference.builder().repository(name);
        if (fromElsewhere && random.nextInt(3) == 0) {
            reference.host("localhost:30500");
        }
        if (fromElsewhere && random.nextInt(6) == 0) {
            reference.repository(RepositoryName.of("mirror/of/it"));
        }
        switch (random.nextInt(6)) {
            case 0:
                break;
            case 1:
                reference.tag(Tag.of("not-there"));
                break;
            case 2:
                reference.digest(pick(new ArrayList<>(there.manifests().keySet())));
                break;
            case 3:
                List<Digest> blobs = new ArrayList<>(there.blobs().keySet());
                if (!blobs.isEmpty()) {
                    reference.digest(pick(blobs));
                }
                break;
            default:
                if (!there.tags().isEmpty()) {
                    reference.tag(pick(new ArrayList<>(there.tags().keySet())));
                }
        }
        return reference.build();
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
