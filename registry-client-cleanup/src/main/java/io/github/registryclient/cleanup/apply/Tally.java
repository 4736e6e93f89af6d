package io.github.registryclient.cleanup.apply;

import io.github.registryclient.cleanup.plan.Plan;
import io.github.registryclient.cleanup.plan.RepositoryPlan;
import io.github.registryclient.cleanup.report.ItemReport;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What became of everything so far, what others did, and what was lost. Thread-safe. */
final class Tally {
    private final Map<RepositoryName, RepositoryTally> repositories = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> breaches = new ArrayList<>();
    private final ApplyProgress progress;

    Tally(Plan plan, ApplySettings settings) {
        this.progress = settings.progress();
        for (RepositoryPlan repository : plan.repositories()) {
            repositories.put(
                    repository.name(),
                    new RepositoryTally(repository, plan.freedAlone(repository.name()), settings.clock(), this::tell));
            repository
                    .heldBack()
                    .ifPresent(why -> notes.add(repository.name() + " is held back, nothing of it was done: " + why));
        }
    }

    RepositoryTally of(RepositoryName repository) {
        return Objects.requireNonNull(repositories.get(repository), "not of the plan");
    }

    int size() {
        return items().size();
    }

    List<ItemReport> items() {
        return repositories.values().stream()
                .flatMap(repository -> repository.items().stream())
                .collect(Collectors.toList());
    }

    /** The manifests that are gone, whoever deleted them. */
    Map<RepositoryName, Set<Digest>> gone() {
        Map<RepositoryName, Set<Digest>> gone = new LinkedHashMap<>();
        items().stream()
                .filter(item -> item.isManifest() && item.outcome().isGone())
                .forEach(item -> gone.computeIfAbsent(item.repository(), first -> new HashSet<>())
                        .add(item.digest().orElseThrow()));
        return gone;
    }

    synchronized void note(String text) {
        notes.add(text);
        quietly(() -> progress.warned(text));
    }

    synchronized void breach(String text) {
        breaches.add(text);
        quietly(() -> progress.warned(text));
    }

    synchronized List<String> notes() {
        return List.copyOf(notes);
    }

    synchronized List<String> breaches() {
        return List.copyOf(breaches);
    }

    /** One at a time. */
    synchronized void tell(ItemReport item) {
        quietly(() -> progress.done(item));
    }

    synchronized void planned(long bytes) {
        quietly(() -> progress.planned(size(), bytes));
    }

    synchronized void reading(RepositoryName repository) {
        quietly(() -> progress.reading(repository));
    }

    synchronized void deleting(RepositoryName repository, Object what) {
        quietly(() -> progress.deleting(repository, what));
    }

    /** Who watches must not end what is watched. */
    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            System.getLogger("io.github.registryclient.cleanup.apply")
                    .log(System.Logger.Level.WARNING, "a progress listener failed", e);
        }
    }
}
