package io.github.registryclient.cleanup.undo;

import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be taken back. A tag or a digest brings what it needs, and what hung on it and went in the same run: its signatures
 * and other referrers. Immutable.
 */
public final class UndoSelection {
    private final @Nullable String run;
    private final @Nullable RepositoryName repository;
    private final @Nullable Tag tag;
    private final @Nullable Digest digest;

    private UndoSelection(
            @Nullable String run, @Nullable RepositoryName repository, @Nullable Tag tag, @Nullable Digest digest) {
        this.run = run;
        this.repository = repository;
        this.tag = tag;
        this.digest = digest;
    }

    /**
     * All that was deleted when a plan was carried out last: by the last run, and by those before it that carried out the same plan
     * and were stopped, as far as nothing was taken back between them. Undoing is no such run.
     *
     * @return the selection
     */
    public static UndoSelection lastRun() {
        return new UndoSelection(null, null, null, null);
    }

    /**
     * All that one run deleted, without what other runs of the same plan did.
     *
     * @param name the run's name
     * @return the selection
     */
    public static UndoSelection run(String name) {
        return new UndoSelection(name, null, null, null);
    }

    /**
     * All that any run deleted in a repository.
     *
     * @param repository the repository
     * @return the selection
     */
    public static UndoSelection repository(RepositoryName repository) {
        return new UndoSelection(null, repository, null, null);
    }

    /**
     * A tag, with the manifest that it had when it went.
     *
     * @param repository the repository
     * @param tag the tag
     * @return the selection
     */
    public static UndoSelection tag(RepositoryName repository, Tag tag) {
        return new UndoSelection(null, repository, tag, null);
    }

    /**
     * A manifest, with the tags that went with it.
     *
     * @param repository the repository
     * @param digest the manifest's digest
     * @return the selection
     */
    public static UndoSelection digest(RepositoryName repository, Digest digest) {
        return new UndoSelection(null, repository, null, digest);
    }

    /**
     * Reads what a person typed: {@code RUN}, {@code REPO}, {@code REPO:TAG} or {@code REPO@DIGEST}. What can be a repository's name
     * is one; names of runs have capitals, which repositories do not have.
     *
     * @param text the text; empty for the last run
     * @return the selection
     * @throws InvalidInputException if it is none of them
     */
    public static UndoSelection parse(String text) {
        int at = text.indexOf('@');
        int colon = text.indexOf(':');
        if (text.isEmpty()) {
            return lastRun();
        }
        if (at >= 0) {
            return digest(RepositoryName.of(text.substring(0, at)), Digest.of(text.substring(at + 1)));
        }
        if (colon >= 0) {
            return tag(RepositoryName.of(text.substring(0, colon)), Tag.of(text.substring(colon + 1)));
        }
        try {
            return repository(RepositoryName.of(text));
        } catch (InvalidInputException e) {
            return runOf(text);
        }
    }

    private static UndoSelection runOf(String text) {
        if (!text.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '_'))) {
            throw InvalidInputException.of(
                    "selection", text, "expected a run, REPO, REPO:TAG or REPO@DIGEST, such as team/app:1.0");
        }
        return run(text);
    }

    Optional<String> run() {
        return Optional.ofNullable(run);
    }

    Optional<RepositoryName> repository() {
        return Optional.ofNullable(repository);
    }

    Optional<Tag> tag() {
        return Optional.ofNullable(tag);
    }

    Optional<Digest> digest() {
        return Optional.ofNullable(digest);
    }

    /**
     * The selection, for people.
     *
     * @return as {@link #parse} reads it, or "the last run"
     */
    @Override
    public String toString() {
        if (repository == null) {
            return run == null ? "the last run" : run;
        }
        return repository + (tag == null ? "" : ":" + tag) + (digest == null ? "" : "@" + digest);
    }
}
