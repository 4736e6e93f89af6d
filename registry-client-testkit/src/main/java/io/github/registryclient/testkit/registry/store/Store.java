package io.github.registryclient.testkit.registry.store;

import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Reference;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.registry.synthetic.SyntheticRegistry;
import java.io.Closeable;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All that a registry has. What belongs to which repository is kept in memory and written to the storage at once, so that
 * another store can be opened on it; bytes lie in the storage only. Thread-safe, each method is one step to all others.
 */
public final class Store implements Closeable {
    private final StoreLock lock = new StoreLock();
    private final Storage storage;
    private final Contents contents;
    private final Repositories repositories;
    private final Uploads uploads;

    private Store(Storage storage, SyntheticRegistry synthetic, UploadExpiry expiry) throws IOException {
        this.storage = storage;
        this.contents = new Contents(storage);
        this.repositories = Repositories.load(new RepositoryRecords(storage), contents, synthetic);
        this.uploads = Uploads.load(storage, this, expiry);
    }

    /** Opens what an earlier store left in the storage. */
    public static Store open(Storage storage) throws IOException {
        return open(storage, SyntheticRegistry.none(), UploadExpiry.defaults());
    }

    /** Opens it and serves synthetic content beside it, of which all is there again. Closes the storage where that fails. */
    public static Store open(Storage storage, SyntheticRegistry synthetic, UploadExpiry expiry) throws IOException {
        try {
            return new Store(storage, synthetic, expiry);
        } catch (IOException | RuntimeException e) {
            storage.close();
            throw e;
        }
    }

    /** Lets another store use the storage. May be called more than once. */
    @Override
    public void close() throws IOException {
        storage.close();
    }

    /** Unfinished uploads. */
    public Uploads uploads() {
        return uploads;
    }

    /** Runs several methods of this store as one step to all others. */
    public <T> T exclusively(Step<T> step) throws IOException {
        return lock.exclusively(step);
    }

    /** Names of repositories, sorted. */
    public Names repositories(String after, int limit) {
        return lock.shared(() -> repositories.names(after, limit));
    }

    /** Names of the repositories that something was pushed to or deleted from, or that have many synthetic tags. */
    public List<RepositoryName> knownRepositories() {
        return lock.shared(
                () -> repositories.known().stream().map(Repository::name).collect(Collectors.toUnmodifiableList()));
    }

    /** How many repositories there are beside the known ones. */
    public int otherRepositories() {
        return lock.shared(repositories::others);
    }

    /** Tags, sorted; nothing if the repository was never used. */
    public Optional<Names> tags(RepositoryName name, String after, int limit) {
        return look(name, entries -> entries.names(after, limit));
    }

    /** How many tags are synthetic. */
    public int syntheticTags(RepositoryName name) {
        return look(name, entries -> entries.synthetic().tags().visible()).orElse(0);
    }

    /** All tags that were pushed, with their digests. */
    public Map<Tag, Digest> tags(RepositoryName name) {
        Map<Tag, Digest> tags = new TreeMap<>();
        look(name, entries -> Map.copyOf(entries.tags()))
                .orElse(Map.of())
                .forEach((tag, digest) -> tags.put(Tag.of(tag), digest));
        return tags;
    }

    /** The manifest that a tag or digest names. */
    public Optional<StoredManifest> manifest(RepositoryName name, Reference reference) {
        return look(name, entries -> entries.manifest(reference)).flatMap(Function.identity());
    }

    /** All manifests that were pushed, sorted by digest. */
    public List<StoredManifest> manifests(RepositoryName name) {
        return look(name, Entries::manifests).orElse(List.of());
    }

    /** The manifests whose subject has that digest, sorted by digest. */
    public List<StoredManifest> referrers(RepositoryName name, Digest subject) {
        return look(name, entries -> entries.referrers(subject)).orElse(List.of());
    }

    /** What a manifest needs and the repository does not have. */
    public List<Digest> missing(RepositoryName name, ManifestDocument document) {
        return look(name, entries -> entries.missing(document)).orElseGet(document::wanted);
    }

    /** The digests of the blobs that were pushed or mounted. */
    public Set<Digest> blobs(RepositoryName name) {
        return look(name, entries -> Set.copyOf(entries.blobs())).orElse(Set.of());
    }

    /** A blob's bytes, if it was pushed to the repository or mounted there, or is synthetic. */
    public Optional<Content> blob(RepositoryName name, Digest digest) throws IOException {
        boolean visible =
                look(name, entries -> entries.blobs().contains(digest)).orElse(false);
        return visible
                ? contents.find(digest)
                : look(name, entries -> entries.synthetic().blob(digest))
                        .flatMap(Function.identity())
                        .map(Content::of);
    }

    /** A manifest's bytes. */
    public Optional<Content> content(RepositoryName name, StoredManifest manifest) throws IOException {
        Optional<Content> pushed = contents.find(manifest.digest());
        return pushed.isPresent()
                ? pushed
                : look(name, entries -> entries.synthetic().image(manifest.digest()))
                        .flatMap(Function.identity())
                        .map(image -> Content.of(image.manifest()));
    }

    /** The bytes of that digest, whichever repository has them. */
    public Optional<Content> content(Digest digest) throws IOException {
        return contents.find(digest);
    }

    /** All bytes there are: digests and sizes. */
    public Map<Digest, Long> contents() throws IOException {
        return exclusively(contents::sizes);
    }

    /** Keeps a manifest and points tags to it. */
    public void putManifest(RepositoryName name, StoredManifest manifest, byte[] bytes, Collection<Tag> tags)
            throws IOException {
        exclusively(() -> {
            contents.put(manifest.digest(), bytes);
            Repository repository = repositories.used(name);
            repository.putManifest(manifest);
            for (Tag tag : tags) {
                repository.putTag(tag, manifest.digest());
            }
            return true;
        });
    }

    /** Takes a manifest and all its tags out of a repository; its bytes stay until they are collected. */
    public boolean deleteManifest(RepositoryName name, Digest digest) throws IOException {
        return change(name, repository -> repository.deleteManifest(digest));
    }

    /** Takes a manifest out of a repository and leaves its tags, which then lead nowhere. */
    public boolean loseManifest(RepositoryName name, Digest digest) throws IOException {
        return change(name, repository -> repository.loseManifest(digest));
    }

    /** Leaves no byte of some content, while all that needs it believes it whole; false if it is not there. */
    public boolean emptyContent(Digest digest) throws IOException {
        return exclusively(() -> contents.empty(digest));
    }

    /** Takes a tag away, and nothing else. */
    public boolean deleteTag(RepositoryName name, Tag tag) throws IOException {
        return change(name, repository -> repository.deleteTag(tag.toString()));
    }

    /** Takes a blob out of a repository; its bytes stay until they are collected. */
    public boolean deleteBlob(RepositoryName name, Digest digest) throws IOException {
        return change(name, repository -> repository.deleteBlob(digest));
    }

    /** Makes a blob of one repository, or of any if none is named, visible in another; false if it is not there. */
    public boolean mount(RepositoryName name, Digest digest, Optional<RepositoryName> from) throws IOException {
        return exclusively(() -> {
            boolean found = repositories.known().stream()
                    .filter(repository -> from.isEmpty() || from.get().equals(repository.name()))
                    .anyMatch(repository -> repository.entries().blobs().contains(digest));
            if (!found && from.isPresent()) {
                found = store(
                        digest,
                        look(from.get(), entries -> entries.synthetic().blob(digest))
                                .flatMap(Function.identity()));
            }
            if (found) {
                repositories.used(name).putBlob(digest);
            }
            return found;
        });
    }

    /** What was only computed has to lie somewhere when another repository gets it. */
    private boolean store(Digest digest, Optional<byte[]> bytes) throws IOException {
        if (bytes.isPresent()) {
            contents.put(digest, bytes.get());
        }
        return bytes.isPresent();
    }

    /** Makes the bytes of a finished upload a blob of the repository. */
    void putBlob(RepositoryName name, Digest digest, String uploadedTo) throws IOException {
        exclusively(() -> {
            contents.take(digest, uploadedTo);
            repositories.used(name).putBlob(digest);
            return true;
        });
    }

    /**
     * Collects garbage: bytes that no manifest of any repository needs, the records of repositories to them, and uploads that are
     * too old.
     *
     * @param untagged whether manifests go first that no tag leads to: neither by name, nor as an index's child, nor as what
     *     refers to one that is kept
     * @param dryRun whether only to say what would go
     */
    public Garbage collect(boolean untagged, boolean dryRun) throws IOException {
        // Not while the store is locked: who finishes an upload waits for the store, and would be waited for.
        Map<String, Long> expired = uploads.expire(dryRun);
        return exclusively(() -> {
            Map<Digest, Long> sizes = contents.sizes();
            Repositories.requireWhole(repositories.known(), sizes);
            Garbage garbage = new Marking(repositories.known(), untagged).sort(sizes, expired);
            if (!dryRun) {
                for (Repository repository : repositories.known()) {
                    repository.delete(garbage);
                }
                for (Digest digest : garbage.contents().keySet()) {
                    contents.delete(digest);
                }
            }
            return garbage;
        });
    }

    private <T> Optional<T> look(RepositoryName name, Function<Entries, T> question) {
        return lock.shared(
                () -> repositories.find(name).map(Repository::entries).map(question));
    }

    private boolean change(RepositoryName name, Repositories.Change change) throws IOException {
        return exclusively(() -> repositories.change(name, change));
    }
}
