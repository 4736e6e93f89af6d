package io.github.registryclient.testkit.registry.store;

import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Reference;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One repository: changes are written down first, and then remembered. Guarded by the store's lock. */
final class Repository {
    private final RepositoryName name;
    private final Links links;
    private final Entries entries;

    Repository(RepositoryName name, Links links, Entries entries) {
        this.name = name;
        this.links = links;
        this.entries = entries;
    }

    RepositoryName name() {
        return name;
    }

    Entries entries() {
        return entries;
    }

    Optional<StoredManifest> manifest(Reference reference) {
        return entries.manifest(reference);
    }

    void putManifest(StoredManifest manifest) throws IOException {
        links.addManifest(name, manifest);
        entries.add(manifest);
    }

    void putTag(Tag tag, Digest digest) throws IOException {
        links.addTag(name, tag.toString(), digest);
        entries.tags().put(tag.toString(), digest);
    }

    void putBlob(Digest digest) throws IOException {
        links.addBlob(name, digest);
        entries.blobs().add(digest);
    }

    boolean deleteManifest(Digest digest) throws IOException {
        if (manifest(digest).isEmpty()) {
            return false;
        }
        for (String tag : tagsOf(digest)) {
            deleteTag(tag);
        }
        links.removeManifest(name, digest);
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
            return false;
        }
        links.removeTag(name, tag);
        entries.tags().remove(tag);
        return true;
    }

    boolean deleteBlob(Digest digest) throws IOException {
        if (!entries.blobs().contains(digest)) {
            return false;
        }
        links.removeBlob(name, digest);
        entries.blobs().remove(digest);
        return true;
    }

    /** Takes out what a collection found. */
    void delete(Garbage garbage) throws IOException {
        for (Digest digest : garbage.manifests(name)) {
            deleteManifest(digest);
        }
        for (Digest digest : List.copyOf(entries.blobs())) {
            if (garbage.contents().containsKey(digest)) {
                deleteBlob(digest);
            }
        }
    }
}
