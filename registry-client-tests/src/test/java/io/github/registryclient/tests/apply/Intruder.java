package io.github.registryclient.tests.apply;

import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleManifest;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiPredicate;

/** Somebody else, who pushes images of their own to old tags and new ones, at any moment between two requests. */
final class Intruder implements Runnable {
    private final URI registry;
    private final List<String> old;
    private final Random random;
    private final SampleImages images;
    private final Map<String, SampleManifest> pushed = new LinkedHashMap<>();

    Intruder(URI registry, Home.State before, Random random) {
        this.registry = registry;
        this.random = random;
        this.images = SampleImages.seeded(random.nextLong());
        this.old = List.copyOf(before.tags().keySet());
    }

    @Override
    public synchronized void run() {
        if (old.isEmpty()) {
            return;
        }
        String reference = old.get(random.nextInt(old.size()));
        RepositoryName repository = repository(reference);
        Tag tag = random.nextInt(3) == 0 ? Tag.of("pushed-" + pushed.size()) : tag(reference);
        SampleManifest image = images.image();
        RegistryFiller filler = RegistryFiller.of(registry);
        image.blobs().forEach(blob -> filler.pushBlob(repository, blob));
        filler.putManifest(repository, tag, image);
        pushed.put(repository + ":" + tag, image);
    }

    private static RepositoryName repository(String reference) {
        return RepositoryName.of(reference.substring(0, reference.lastIndexOf(':')));
    }

    private static Tag tag(String reference) {
        return Tag.of(reference.substring(reference.lastIndexOf(':') + 1));
    }

    /** By {@code repository:tag}. */
    synchronized boolean touched(String reference) {
        return pushed.containsKey(reference);
    }

    /** What was pushed last under each tag has to be there, but for a tag that was deleted by its name just then. */
    synchronized List<String> lost(Home.State after, BiPredicate<RepositoryName, Tag> inWindow) {
        List<String> lost = new ArrayList<>();
        pushed.forEach((reference, image) -> {
            RepositoryName repository = repository(reference);
            Optional<Digest> now = after.tag(repository, tag(reference));
            boolean tagged = now.equals(Optional.of(image.digest())) || inWindow.test(repository, tag(reference));
            if (!tagged || after.manifest(repository, image.digest()).isEmpty()) {
                lost.add("lost what somebody pushed: " + reference + "@" + image.digest());
            }
        });
        return lost;
    }
}
