package io.github.registryclient.testkit.registry.store;

import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Writes down what belongs to which repository, one small piece for each tag, manifest and blob, and reads it again. */
final class RepositoryRecords {

    private final Storage storage;

    RepositoryRecords(Storage storage) {
        this.storage = storage;
    }

    void mark(RepositoryName name) throws IOException {
        storage.write(Layout.mark(name), new byte[0]);
    }

    void addTag(RepositoryName name, String tag, Digest digest) throws IOException {
        write(Layout.tag(name, tag), digest.toString());
    }

    void removeTag(RepositoryName name, String tag) throws IOException {
        storage.delete(Layout.tag(name, tag));
    }

    void addManifest(RepositoryName name, StoredManifest manifest) throws IOException {
        write(Layout.manifest(name, manifest.digest()), manifest.mediaType());
    }

    void removeManifest(RepositoryName name, Digest digest) throws IOException {
        storage.delete(Layout.manifest(name, digest));
    }

    void addBlob(RepositoryName name, Digest digest) throws IOException {
        storage.write(Layout.blob(name, digest), new byte[0]);
    }

    void removeBlob(RepositoryName name, Digest digest) throws IOException {
        storage.delete(Layout.blob(name, digest));
    }

    /** Reads all of it, and asks where to put what a repository has. */
    void load(Contents contents, Function<RepositoryName, Entries> entriesOf) throws IOException {
        Map<String, Entries> read = new HashMap<>();
        for (String path : storage.list(Layout.REPOSITORIES)) {
            int part = path.indexOf("/_");
            String name = path.substring(Layout.REPOSITORIES.length() + 1, part);
            Entries entries = read.computeIfAbsent(name, any -> entriesOf.apply(RepositoryName.of(name)));
            load(entries, path, path.substring(part + 1), contents);
        }
        read.values().forEach(Entries::dropTagsWithoutManifest);
    }

    private void load(Entries entries, String path, String part, Contents contents) throws IOException {
        if (part.startsWith(Layout.TAGS + "/")) {
            String tag = FileName.toTag(part.substring(Layout.TAGS.length() + 1));
            entries.putTag(tag, Digest.of(read(path)));
        } else if (part.startsWith(Layout.BLOBS + "/")) {
            entries.blobs().add(Layout.digest(path));
        } else if (part.startsWith(Layout.MANIFESTS + "/")) {
            Digest digest = Layout.digest(path);
            Optional<Content> content = contents.find(digest);
            if (content.isPresent()) {
                entries.add(manifest(digest, read(path), content.get()));
            }
        }
    }

    private static StoredManifest manifest(Digest digest, String mediaType, Content content) throws IOException {
        try {
            return new StoredManifest(digest, mediaType, content.size(), ManifestDocument.read(content.bytes()));
        } catch (MalformedManifestException e) {
            throw new IOException("the stored manifest " + digest + " is none: " + e.getMessage(), e);
        }
    }

    private String read(String path) throws IOException {
        return new String(storage.find(path).orElseThrow().bytes(), StandardCharsets.UTF_8);
    }

    private void write(String path, String text) throws IOException {
        storage.write(path, text.getBytes(StandardCharsets.UTF_8));
    }
}
