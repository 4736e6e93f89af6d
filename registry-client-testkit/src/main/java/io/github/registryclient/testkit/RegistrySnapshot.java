package io.github.registryclient.testkit;

import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.testkit.registry.store.Store;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** All that an {@link EmbeddedRegistry} had at one moment, for assertions. Immutable. */
public final class RegistrySnapshot {
    private final Map<RepositoryName, RepositorySnapshot> repositories;
    private final Map<Digest, Long> contents;
    private final int syntheticRepositories;

    private RegistrySnapshot(
            Map<RepositoryName, RepositorySnapshot> repositories,
            Map<Digest, Long> contents,
            int syntheticRepositories) {
        this.repositories = Collections.unmodifiableMap(repositories);
        this.contents = Collections.unmodifiableMap(contents);
        this.syntheticRepositories = syntheticRepositories;
    }

    static RegistrySnapshot of(Store store) throws IOException {
        Map<RepositoryName, RepositorySnapshot> repositories = new TreeMap<>();
        for (RepositoryName name : store.knownRepositories()) {
            repositories.put(name, RepositorySnapshot.of(store, name));
        }
        return new RegistrySnapshot(repositories, store.contents(), store.otherRepositories());
    }

    /**
     * The repositories.
     *
     * @return sorted by name, also those that nothing is left of; without {@link #syntheticRepositories}
     */
    public Map<RepositoryName, RepositorySnapshot> repositories() {
        return repositories;
    }

    /**
     * One repository.
     *
     * @param name its name
     * @return what it has; nothing if it was never pushed to
     */
    public RepositorySnapshot repository(String name) {
        return repositories.getOrDefault(RepositoryName.of(name), RepositorySnapshot.empty());
    }

    /**
     * How many repositories of {@link SyntheticContent#repositories} nothing was pushed to or deleted from yet.
     *
     * @return 0 or more
     */
    public int syntheticRepositories() {
        return syntheticRepositories;
    }

    /**
     * The bytes that are stored, whether a repository has them or a collection would free them: blobs and manifests.
     * Synthetic content is not stored.
     *
     * @return sizes by digest, sorted
     */
    public Map<Digest, Long> contents() {
        return contents;
    }

    /**
     * The sum of {@link #contents}.
     *
     * @return in bytes, without what the registry notes of them
     */
    public long bytes() {
        return contents.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RegistrySnapshot
                && ((RegistrySnapshot) other).repositories.equals(repositories)
                && ((RegistrySnapshot) other).contents.equals(contents)
                && ((RegistrySnapshot) other).syntheticRepositories == syntheticRepositories;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * repositories.hashCode() + contents.hashCode()) + syntheticRepositories;
    }

    /**
     * All of it, for people.
     *
     * @return several lines
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(contents.size() + " contents, " + bytes() + " bytes");
        repositories.forEach((name, repository) ->
                text.append('\n').append(name).append(": ").append(repository));
        if (syntheticRepositories > 0) {
            text.append("\nand ").append(syntheticRepositories).append(" synthetic repositories");
        }
        return text.toString();
    }
}
