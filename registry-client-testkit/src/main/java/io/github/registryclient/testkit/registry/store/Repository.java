package io.github.registryclient.testkit.registry.store;

import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One repository: changes are written down first, and then remembered. Guarded by the store's lock. */
final class Repository {
    private final RepositoryName name;
    private final RepositoryRecords records;
    private final Entries entries;
    private boolean marked;

    Repository(RepositoryName name, RepositoryRecords records, Entries entries) {
        this.name = name;
        this.records = records;
        this.entries = entries;
    }

    RepositoryName name() {
        return name;
    }

    /** Writes down that there is such a repository, unless that was done. */
    void mark() throws IOException {
        if (!marked) {
            records.mark(name);
            marked = true;
        }
    }

    /** It was read, so it need not be written down. */
    void wasMarked() {
        marked = true;
    }

    Entries entries() {
        return entries;
    }

    void putManifest(StoredManifest manifest) throws IOException {
        records.addManifest(name, manifest);
        entries.add(manifest);
    }

    void putTag(Tag tag, Digest digest) throws IOException {
        records.addTag(name, tag.toString(), digest);
        entries.putTag(tag.toString(), digest);
    }

    void putBlob(Digest digest) throws IOException {
        records.addBlob(name, digest);
        entries.blobs().add(digest);
    }

    boolean deleteManifest(Digest digest) throws IOException {
        boolean computed = entries.synthetic().deleteImage(digest);
        return removeManifest(digest) || computed;
    }

    private boolean removeManifest(Digest digest) throws IOException {
        if (!entries.hasPushed(digest)) {
            return false;
        }
        for (String tag : tagsOf(digest)) {
            deleteTag(tag);
        }
        return loseManifest(digest);
    }

    /** Leaves its tags, which then lead nowhere. */
    boolean loseManifest(Digest digest) throws IOException {
        if (!entries.hasPushed(digest)) {
            return false;
        }
        records.removeManifest(name, digest);
        entries.remove(digest);
        return true;
    }

    private List<String> tagsOf(Digest digest) {
        return entries.tags().entrySet().stream()
                .filter(entry -> entry.getValue().equals(digest))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableList());
    }

    boolean deleteTag(String tag) throws IOException {
        if (!entries.tags().containsKey(tag)) {
            return entries.synthetic().deleteTag(tag);
        }
        records.removeTag(name, tag);
        entries.tags().remove(tag);
        return true;
    }

    boolean deleteBlob(Digest digest) throws IOException {
        boolean computed = entries.synthetic().deleteBlob(digest);
        return removeBlob(digest) || computed;
    }

    private boolean removeBlob(Digest digest) throws IOException {
        if (!entries.blobs().contains(digest)) {
            return false;
        }
        records.removeBlob(name, digest);
        entries.blobs().remove(digest);
        return true;
    }

    /** Takes out what a collection found; what is synthetic stays. */
    void delete(Garbage garbage) throws IOException {
        for (Digest digest : garbage.manifests(name)) {
            removeManifest(digest);
        }
        for (Digest digest : List.copyOf(entries.blobs())) {
            if (garbage.contents().containsKey(digest)) {
                removeBlob(digest);
            }
        }
    }
}
