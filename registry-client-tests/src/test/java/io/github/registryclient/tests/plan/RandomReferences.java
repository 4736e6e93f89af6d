package io.github.registryclient.tests.plan;

import io.github.registryclient.cleanup.policy.ImageReference;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.ManifestSnapshot;
import io.github.registryclient.testkit.RegistrySnapshot;
import io.github.registryclient.testkit.RepositorySnapshot;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Draws references of what is there, and of some things that are not. For one thread. */
final class RandomReferences {
    private final Random random;
    private final RegistrySnapshot snapshot;
    private final boolean anyBlob;

    RandomReferences(Random random, RegistrySnapshot snapshot, boolean anyBlob) {
        this.random = random;
        this.snapshot = snapshot;
        this.anyBlob = anyBlob;
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
                if (!there.manifests().isEmpty()) {
                    reference.digest(pick(new ArrayList<>(there.manifests().keySet())));
                }
                break;
            case 3:
                List<Digest> blobs = anyBlob ? new ArrayList<>(there.blobs().keySet()) : configurations(there);
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

    /** Of images with a tag of their own, whose configurations are there. */
    private static List<Digest> configurations(RepositorySnapshot there) {
        List<Digest> configurations = new ArrayList<>();
        there.tags().values().forEach(digest -> {
            ManifestSnapshot manifest = there.manifests().get(digest);
            if (manifest != null) {
                Parsed image =
                        new Parsed(digest.toString(), new String(manifest.bytes(), StandardCharsets.UTF_8), Map.of());
                if (image.kind().equals("IMAGE") && there.blobs().containsKey(Digest.of(image.configDigest()))) {
                    configurations.add(Digest.of(image.configDigest()));
                }
            }
        });
        return configurations;
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
