package io.github.registryclient.tests.apply;

import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.RegistrySnapshot;
import io.github.registryclient.testkit.RepositorySnapshot;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleManifest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiPredicate;

/** Somebody else, who pushes images of their own to old tags and new ones, at any moment between two requests. */
final class Intruder implements Runnable {
    private final EmbeddedRegistry registry;
    private final Map<RepositoryName, List<Tag>> tags = new LinkedHashMap<>();
    private final List<RepositoryName> names;
    private final Random random;
    private final SampleImages images;
    private final Map<String, SampleManifest> pushed = new LinkedHashMap<>();

    Intruder(EmbeddedRegistry registry, RegistrySnapshot before, Random random) {
        this.registry = registry;
        this.random = random;
        this.images = SampleImages.seeded(random.nextLong());
        before.repositories()
                .forEach((name, repository) ->
                        tags.put(name, List.copyOf(repository.tags().keySet())));
        names = List.copyOf(tags.keySet());
    }

    @Override
    public synchronized void run() {
        RepositoryName name = names.get(random.nextInt(names.size()));
        List<Tag> old = new ArrayList<>(tags.get(name));
        Tag tag = old.isEmpty() || random.nextInt(3) == 0
                ? Tag.of("pushed-" + pushed.size())
                : old.get(random.nextInt(old.size()));
        SampleManifest image = images.image();
        RegistryFiller filler = RegistryFiller.of(registry.uri());
        image.blobs().forEach(blob -> filler.pushBlob(name, blob));
        filler.putManifest(name, tag, image);
        pushed.put(name + ":" + tag, image);
    }

    synchronized boolean touched(RepositoryName name, Tag tag) {
        return pushed.containsKey(name + ":" + tag);
    }

    /** What was pushed last under each tag has to be there, but for a tag that was deleted by its name just then. */
    synchronized List<String> lost(RegistrySnapshot after, BiPredicate<RepositoryName, Tag> inWindow) {
        List<String> lost = new ArrayList<>();
        pushed.forEach((reference, image) -> {
            String name = reference.substring(0, reference.lastIndexOf(':'));
            Tag tag = Tag.of(reference.substring(reference.lastIndexOf(':') + 1));
            RepositorySnapshot repository = after.repository(name);
            boolean tagged =
                    image.digest().equals(repository.tags().get(tag)) || inWindow.test(RepositoryName.of(name), tag);
            if (!tagged || !repository.manifests().containsKey(image.digest())) {
                lost.add("lost what somebody pushed: " + reference + "@" + image.digest());
            }
        });
        return lost;
    }
}
