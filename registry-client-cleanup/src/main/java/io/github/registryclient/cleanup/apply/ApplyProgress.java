package io.github.registryclient.cleanup.apply;

import io.github.registryclient.cleanup.report.ItemReport;
import io.github.registryclient.name.RepositoryName;

/** Told how far a run is. Called by several threads, one at a time; what it throws is ignored. */
public interface ApplyProgress {
    /** One that tells nobody. */
    ApplyProgress NONE = new ApplyProgress() {};

    /**
     * The run begins.
     *
     * @param items how many manifests and tags are to go
     * @param bytes what the plan expects to free
     */
    default void planned(int items, long bytes) {}

    /**
     * A repository is looked at.
     *
     * @param repository the repository
     */
    default void reading(RepositoryName repository) {}

    /**
     * Something is about to be deleted.
     *
     * @param repository the repository
     * @param what the manifest's digest, or the tag
     */
    default void deleting(RepositoryName repository, Object what) {}

    /**
     * What became of something. It may be told again if a later look shows something else.
     *
     * @param item the item
     */
    default void done(ItemReport item) {}

    /**
     * Something that somebody should know at once.
     *
     * @param text one sentence
     */
    default void warned(String text) {}
}
