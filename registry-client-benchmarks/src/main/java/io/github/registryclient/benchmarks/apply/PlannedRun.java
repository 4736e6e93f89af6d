package io.github.registryclient.benchmarks.apply;

import io.github.registryclient.cleanup.Planner;
import io.github.registryclient.cleanup.apply.Applier;
import io.github.registryclient.cleanup.journal.FolderJournal;
import io.github.registryclient.cleanup.plan.Plan;
import io.github.registryclient.cleanup.policy.NameFilter;
import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.cleanup.policy.Rule;
import io.github.registryclient.cleanup.report.Outcome;
import io.github.registryclient.cleanup.report.Report;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.http.event.ClientListener;
import io.github.registryclient.http.event.RequestOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** The subject: a plan by which all builds go, carried out with a journal in a folder. */
final class PlannedRun {
    private final URI registry;
    private final Builds builds;
    private final Path journal;
    private final AtomicLong requests = new AtomicLong();

    PlannedRun(URI registry, Builds builds, Path journal) {
        this.registry = registry;
        this.builds = builds;
        this.journal = journal;
    }

    /** Deletions a second, looks included; the plan is made before. */
    double perSecond() {
        Policy policy = Policy.builder()
                .addRules(Rule.delete("builds")
                        .tags(NameFilter.builder().include("build-*").build())
                        .allowEmpty(true)
                        .maxShare(1)
                        .build())
                .build();
        try (HttpRegistryClient client = HttpRegistryClient.builder(registry.toString())
                .listener(new ClientListener() {
                    @Override
                    public void requestFinished(RequestOutcome outcome) {
                        requests.incrementAndGet();
                    }
                })
                .build()) {
            Plan plan = Planner.of(client, policy)
                    .repositories(List.of(builds.repository()))
                    .build()
                    .plan();
            requests.set(0);
            long start = System.nanoTime();
            Report report = Applier.of(client, plan, new FolderJournal(journal))
                    .acceptSlowDeletions()
                    .build()
                    .apply();
            double perSecond = builds.count() * 1e9 / (System.nanoTime() - start);
            if (report.count(Outcome.DELETED) != builds.count()) {
                throw new IllegalStateException(report.toTable());
            }
            return perSecond;
        }
    }

    double requestsPerDeletion() {
        return (double) requests.get() / builds.count();
    }

    double journalBytesPerDeletion() {
        try (Stream<Path> files = Files.walk(journal)) {
            return (double) files.filter(Files::isRegularFile)
                            .mapToLong(file -> file.toFile().length())
                            .sum()
                    / builds.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
