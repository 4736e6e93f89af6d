package io.github.registryclient.cleanup;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.cleanup.graph.RepositoryFacts;
import io.github.registryclient.cleanup.graph.RepositoryGraph;
import io.github.registryclient.cleanup.read.RegistryReader;
import io.github.registryclient.cleanup.read.SideBySide;
import io.github.registryclient.name.RepositoryName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the repositories side by side, after a greeting, and looks again at what was missing when all are read. For one thread. */
final class RegistryReading {
    private final RegistryClient client;
    private final PlanSettings settings;
    private final KnownDigests known;
    private final Consumer<String> notes;
    private Optional<String> account = Optional.empty();

    RegistryReading(RegistryClient client, PlanSettings settings, KnownDigests known, Consumer<String> notes) {
        this.client = client;
        this.settings = settings;
        this.known = known;
        this.notes = notes;
    }

    /** Whom the registry took us for; empty before anything was read. */
    Optional<String> account() {
        return account;
    }

    Map<RepositoryName, RepositoryGraph> graphs(List<RepositoryName> repositories) throws InterruptedException {
        Map<RepositoryName, RepositoryGraph> graphs = new LinkedHashMap<>();
        if (repositories.isEmpty()) {
            return graphs;
        }
        Greeting greeting = Greeting.of(client, repositories, settings.clock());
        account = greeting.account();
        if (!greeting.tellsTime()) {
            notes.accept("the registry does not say what time it is there, so whether its clock is ours is not known");
        }
        Counter counter = new Counter(settings.progress(), repositories.size());
        try (SideBySide side = new SideBySide("registry-client-repositories-", settings.repositoriesAtOnce());
                RegistryReader reader = new RegistryReader(
                        client,
                        settings.policy(),
                        settings.checks(),
                        settings.cache(),
                        greeting.mayListReferrers(),
                        settings.readsAtOnce())) {
            List<RepositoryFacts> all = side.map(repositories, repository -> {
                RepositoryFacts facts = read(reader, repository);
                counter.done(repository);
                return facts;
            });
            for (RepositoryFacts facts : all) {
                graphs.put(facts.name(), new RepositoryGraph(reader.lookAgain(facts)));
            }
        }
        return graphs;
    }

    private RepositoryFacts read(RegistryReader reader, RepositoryName repository) {
        try {
            return reader.read(repository, known.in(repository));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e); // whoever waits for it is interrupted too, and says so
        }
    }
}
