package io.github.registryclient.cleanup;

import io.github.registryclient.name.RepositoryName;

/** Counts repositories that are done. Thread-safe. */
final class Counter {
    private final PlanProgress progress;
    private final int all;
    private int done;

    Counter(PlanProgress progress, int all) {
        this.progress = progress;
        this.all = all;
    }

    synchronized void done(RepositoryName repository) {
        done++;
        progress.repositoryDone(repository, done, all);
    }
}
