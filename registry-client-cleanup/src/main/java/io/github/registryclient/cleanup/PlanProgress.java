package io.github.registryclient.cleanup;

import io.github.registryclient.name.RepositoryName;

/** Told how far the making of a plan is. Called by several threads, one at a time. */
@FunctionalInterface
public interface PlanProgress {
    /**
     * A repository was read, or could not be.
     *
     * @param repository the repository
     * @param done how many are done, with this one
     * @param all how many there are
     */
    void repositoryDone(RepositoryName repository, int done, int all);

    /**
     * Something that somebody should know before more is read. It stands among the plan's notes too.
     *
     * @param text one sentence
     */
    default void warned(String text) {}
}
