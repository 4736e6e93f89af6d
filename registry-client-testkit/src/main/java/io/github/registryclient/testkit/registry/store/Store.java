package io.github.registryclient.testkit.registry.store;

import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Reference;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * All that a registry has. What belongs to which repository is kept in memory and written to the storage at once, so that
 * another store can be opened on it; bytes lie in the storage only. Thread-safe, each method is one step to all others.
 */
public final class Store {
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final NavigableMap<String, Repository> repositories;
    private final Links links;
    private final Contents contents;
    private final Uploads uploads;

    private Store(Storage storage) throws IOException {
        this.links = new Links(storage);
        this.contents = new Contents(storage);
        this.repositories = links.load(contents);
        this.uploads = Uploads.load(storage, this);
    }

    /** Opens what an earlier store left in the storage. */
    public static Store open(Storage storage) throws IOException {
        return new Store(storage);
    }

    /** Unfinished uploads. */
    public Uploads uploads() {
        return uploads;
    }

    /** Names of repositories, sorted. */
    public List<String> repositories(String after, int limit) {
        return locked(lock.readLock(), () -> some(repositories, after, limit));
    }

    /** Tags, sorted; nothing if the repository was never used. */
    public Optional<List<String>> tags(RepositoryName name, String after, int limit) {
        return in(name, repository -> some(repository.tags(), after, limit));
    }

    private static List<String> some(NavigableMap<String, ?> map, String after, int limit) {
        return map.tailMap(after, false).keySet().stream().limit(limit).collect(Collectors.toUnmodifiableList());
    }

    /** All tags with their digests. */
    public Map<Tag, Digest> tags(RepositoryName name) {
        return in(name, repository -> {
                    Map<Tag, Digest> tags = new TreeMap<>();
                    repository.tags().forEach((tag, digest) -> tags.put(Tag.of(tag), digest));
                    return tags;
                })
                .orElse(Map.of());
    }

    /** The manifest that a tag or digest names. */
    public Optional<StoredManifest> manifest(RepositoryName name, Reference reference) {
        return in(name, repository -> repository.manifest(reference)).flatMap(Function.identity());
    }

    /** All manifests, sorted by digest. */
    public List<StoredManifest> manifests(RepositoryName name) {
        return in(name, Repository::manifests).orElse(List.of());
    }

    /** The manifests whose subject has that digest, sorted by digest. */
    public List<StoredManifest> referrers(RepositoryName name, Digest subject) {
        return in(name, repository -> repository.referrers(subject)).orElse(List.of());
    }

    /** The digests of the blobs, sorted. */
    public Set<Digest> blobs(RepositoryName name) {
        return in(name, repository -> Set.copyOf(repository.blobs())).orElse(Set.of());
    }

    /** A blob's bytes, if it was pushed to the repository or mounted there. */
    public Optional<Content> blob(RepositoryName name, Digest digest) throws IOException {
        boolean visible =
                in(name, repository -> repository.blobs().contains(digest)).orElse(false);
        return visible ? contents.find(digest) : Optional.empty();
    }

    /** The bytes of that digest, whichever repository has them. */
    public Optional<Content> content(Digest digest) throws IOException {
        return contents.find(digest);
    }

    /** All bytes there are: digests and sizes. */
    public Map<Digest, Long> contents() throws IOException {
        return contents.sizes();
    }

    /** Keeps a manifest and points tags to it. */
    public void putManifest(RepositoryName name, StoredManifest manifest, byte[] bytes, Collection<Tag> tags)
            throws IOException {
        exclusively(() -> {
            contents.put(manifest.digest(), bytes);
            links.addManifest(name, manifest);
            used(name).add(manifest);
            for (Tag tag : tags) {
                links.addTag(name, tag.toString(), manifest.digest());
                used(name).tags().put(tag.toString(), manifest.digest());
            }
            return true;
        });
    }

    /** What a manifest needs and the repository does not have. */
    public List<Digest> missing(RepositoryName name, ManifestDocument document) {
        return in(name, repository -> repository.missing(document)).orElseGet(() -> new Repository().missing(document));
    }

    /** Takes a manifest and all its tags out of a repository; its bytes stay until they are collected. */
    public boolean deleteManifest(RepositoryName name, Digest digest) throws IOException {
        return exclusively(() -> {
            Repository repository = repositories.get(name.toString());
            if (repository == null || repository.manifest(digest).isEmpty()) {
                return false;
            }
            for (String tag : repository.tagsOf(digest)) {
                deleteTag(name, Tag.of(tag));
            }
            links.removeManifest(name, digest);
            repository.remove(digest);
            return true;
        });
    }

    /** Takes a tag away, and nothing else. */
    public boolean deleteTag(RepositoryName name, Tag tag) throws IOException {
        return exclusively(() -> {
            Repository repository = repositories.get(name.toString());
            if (repository == null || !repository.tags().containsKey(tag.toString())) {
                return false;
            }
            links.removeTag(name, tag.toString());
            repository.tags().remove(tag.toString());
            return true;
        });
    }

    /** Takes a blob out of a repository; its bytes stay until they are collected. */
    public boolean deleteBlob(RepositoryName name, Digest digest) throws IOException {
        return exclusively(() -> {
            Repository repository = repositories.get(name.toString());
            if (repository == null || !repository.blobs().contains(digest)) {
                return false;
            }
            links.removeBlob(name, digest);
            repository.blobs().remove(digest);
            return true;
        });
    }

    /** Makes a blob of one repository, or of any if none is named, visible in another; false if it is not there. */
    public boolean mount(RepositoryName name, Digest digest, Optional<RepositoryName> from) throws IOException {
        return exclusively(() -> {
            boolean found = repositories.entrySet().stream()
                    .filter(entry ->
                            from.isEmpty() || entry.getKey().equals(from.get().toString()))
                    .anyMatch(entry -> entry.getValue().blobs().contains(digest));
            if (found) {
                linkBlob(name, digest);
            }
            return found;
        });
    }

    /** Makes the bytes of a finished upload a blob of the repository. */
    void putBlob(RepositoryName name, Digest digest, String uploadedTo) throws IOException {
        exclusively(() -> {
            contents.take(digest, uploadedTo);
            linkBlob(name, digest);
            return true;
        });
    }

    private void linkBlob(RepositoryName name, Digest digest) throws IOException {
        links.addBlob(name, digest);
        used(name).blobs().add(digest);
    }

    private Repository used(RepositoryName name) throws IOException {
        if (!repositories.containsKey(name.toString())) {
            links.mark(name);
            repositories.put(name.toString(), new Repository());
        }
        return repositories.get(name.toString());
    }

    /**
     * Collects garbage: bytes that no manifest of any repository needs, and the links of repositories to them.
     *
     * @param untagged whether manifests go first that no tag leads to: neither by name, nor as an index's child, nor as what
     *     refers to one that is kept
     * @param dryRun whether only to say what would go
     */
    public Garbage collect(boolean untagged, boolean dryRun) throws IOException {
        return exclusively(() -> {
            Garbage garbage = new Marking(repositories, untagged).sort(contents.sizes());
            if (!dryRun) {
                remove(garbage);
            }
            return garbage;
        });
    }

    private void remove(Garbage garbage) throws IOException {
        for (Map.Entry<RepositoryName, Set<Digest>> entry : garbage.manifests().entrySet()) {
            for (Digest digest : entry.getValue()) {
                deleteManifest(entry.getKey(), digest);
            }
        }
        for (Map.Entry<String, Repository> entry : repositories.entrySet()) {
            for (Digest digest : Set.copyOf(entry.getValue().blobs())) {
                if (garbage.contents().containsKey(digest)) {
                    deleteBlob(RepositoryName.of(entry.getKey()), digest);
                }
            }
        }
        for (Digest digest : garbage.contents().keySet()) {
            contents.delete(digest);
        }
    }

    /** Runs several methods of this store as one step to all others. */
    public <T> T exclusively(Step<T> step) throws IOException {
        lock.writeLock().lock();
        try {
            return step.run();
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Something done to a store. */
    @FunctionalInterface
    public interface Step<T> {
        /** Does it. */
        T run() throws IOException;
    }

    private <T> Optional<T> in(RepositoryName name, Function<Repository, T> question) {
        return locked(
                lock.readLock(),
                () -> Optional.ofNullable(repositories.get(name.toString())).map(question));
    }

    private static <T> T locked(Lock held, Supplier<T> question) {
        held.lock();
        try {
            return question.get();
        } finally {
            held.unlock();
        }
    }
}
