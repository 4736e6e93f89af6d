package io.github.registryclient.tests.campaign;

import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Somebody else who works on the same registry: moves tags to other manifests of their repository, and sets new ones. */
final class TagMover implements Runnable {
    private final Target target;
    private final List<SampleRepository> repositories;
    private final Map<RepositoryName, History> histories;
    private final Random random;
    private int fresh;

    TagMover(Target target, List<SampleRepository> repositories, Map<RepositoryName, History> histories, long seed) {
        this.target = target;
        this.repositories = repositories;
        this.histories = histories;
        this.random = new Random(~seed);
    }

    @Override
    public synchronized void run() {
        Optional<History> contested = random.nextBoolean() ? lastAsked() : Optional.empty();
        if (contested.isPresent()) {
            move(repository(contested.get()), contested.get().contested().orElseThrow());
            return;
        }
        SampleRepository repository = repositories.get(random.nextInt(repositories.size()));
        List<Tag> tags = new ArrayList<>(repository.tagged().keySet());
        if (!tags.isEmpty()) {
            boolean isNew = random.nextInt(4) == 0;
            move(repository, isNew ? Tag.of("fresh" + fresh++) : tags.get(random.nextInt(tags.size())));
        }
    }

    /** Where the client was last asked to delete a tag. */
    private Optional<History> lastAsked() {
        return histories.values().stream()
                .filter(history -> history.contested().isPresent())
                .max(Comparator.comparingInt(
                        history -> history.askedAfter(history.contested().orElseThrow())));
    }

    private SampleRepository repository(History history) {
        return repositories.stream()
                .filter(repository -> repository.name().equals(history.repository()))
                .findFirst()
                .orElseThrow();
    }

    private void move(SampleRepository repository, Tag tag) {
        History history = histories.get(repository.name());
        List<SampleManifest> there = new ArrayList<>(repository.tagged().values());
        if (history != null && !there.isEmpty()) {
            SampleManifest manifest = there.get(random.nextInt(there.size()));
            history.move(tag, manifest.digest(), () -> target.tag(repository.name(), tag, manifest));
        }
    }
}
