package io.github.registryclient.tests.campaign;

import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Somebody else who works on the same registry: moves tags to other manifests of their repository, and sets new ones. */
final class TagMover implements Runnable {
    private final Target target;
    private final List<SampleRepository> repositories;
    private final Map<?, History> histories;
    private final Random random;
    private int fresh;

    TagMover(Target target, List<SampleRepository> repositories, Map<?, History> histories, long seed) {
        this.target = target;
        this.repositories = repositories;
        this.histories = histories;
        this.random = new Random(~seed);
    }

    @Override
    public synchronized void run() {
        SampleRepository repository = repositories.get(random.nextInt(repositories.size()));
        History history = histories.get(repository.name());
        List<SampleManifest> there = new ArrayList<>(repository.tagged().values());
        if (history == null || there.isEmpty()) {
            return;
        }
        List<Tag> tags = new ArrayList<>(repository.tagged().keySet());
        Tag drawn = random.nextInt(4) == 0 ? Tag.of("fresh" + fresh++) : tags.get(random.nextInt(tags.size()));
        Tag tag = random.nextBoolean() ? history.contested().orElse(drawn) : drawn;
        SampleManifest manifest = there.get(random.nextInt(there.size()));
        history.move(tag, manifest.digest(), () -> target.tag(repository.name(), tag, manifest));
    }
}
