package io.github.registryclient.cleanup.restore;

import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A manifest that a run deleted, or tried to and may have, or whose tags a run removed, as far as nothing of it was put back. Built by
 * {@link History}.
 */
public final class Lost {
    private final RepositoryName repository;
    private final Digest digest;
    private final Map<Tag, String> tags = new LinkedHashMap<>();
    private Optional<String> deletedIn = Optional.empty();
    private boolean collected;

    Lost(RepositoryName repository, Digest digest) {
        this.repository = repository;
        this.digest = digest;
    }

    /**
     * The repository.
     *
     * @return its name
     */
    public RepositoryName repository() {
        return repository;
    }

    /**
     * The manifest.
     *
     * @return its digest
     */
    public Digest digest() {
        return digest;
    }

    /**
     * The run that deleted the manifest, or may have.
     *
     * @return its name; empty if only tags are gone
     */
    public Optional<String> deletedIn() {
        return deletedIn;
    }

    /**
     * The tags that are gone, without those that a later run removed from something else.
     *
     * @return each with the name of the run that removed it
     */
    public Map<Tag, String> tags() {
        return Collections.unmodifiableMap(tags);
    }

    /**
     * Whether what it needs was collected.
     *
     * @return true if it cannot be put back any more
     */
    public boolean isCollected() {
        return collected;
    }

    void deleted(String run) {
        deletedIn = Optional.of(run);
        collected = false;
    }

    void untagged(Tag tag, String run) {
        tags.put(tag, run);
    }

    void forget(Tag tag) {
        tags.remove(tag);
    }

    void isBack() {
        deletedIn = Optional.empty();
    }

    void collected() {
        collected = true;
    }

    boolean isNothing() {
        return deletedIn.isEmpty() && tags.isEmpty();
    }
}
