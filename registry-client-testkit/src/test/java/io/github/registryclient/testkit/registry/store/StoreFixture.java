package io.github.registryclient.testkit.registry.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Fills stores, below HTTP. */
final class StoreFixture {
    private static final String IMAGE = "application/vnd.oci.image.manifest.v1+json";
    private static final String INDEX = "application/vnd.oci.image.index.v1+json";

    private final Store store;

    StoreFixture(Store store) {
        this.store = store;
    }

    static RepositoryName name(String name) {
        return RepositoryName.of(name);
    }

    Digest blob(String repository, String text) throws IOException {
        Digest digest = Digest.sha256(text.getBytes(UTF_8));
        Upload upload = store.uploads().start(name(repository));
        upload.append(0, new ByteArrayInputStream(text.getBytes(UTF_8)), Long.MAX_VALUE);
        if (!upload.finish(digest)) {
            throw new AssertionError("not finished");
        }
        return digest;
    }

    Digest image(String repository, Digest blob, String more, String... tags) throws IOException {
        return manifest(repository, IMAGE, "{\"config\":{\"digest\":\"" + blob + "\"}" + more + "}", tags);
    }

    Digest referrer(String repository, Digest blob, Digest subject, String... tags) throws IOException {
        return image(repository, blob, ",\"subject\":{\"digest\":\"" + subject + "\"}", tags);
    }

    Digest index(String repository, Digest child, String childType, String... tags) throws IOException {
        String entry = "{\"mediaType\":\"" + childType + "\",\"digest\":\"" + child + "\"}";
        return manifest(repository, INDEX, "{\"manifests\":[" + entry + "]}", tags);
    }

    Digest indexOfImage(String repository, Digest child, String... tags) throws IOException {
        return index(repository, child, IMAGE, tags);
    }

    private Digest manifest(String repository, String type, String json, String... tags) throws IOException {
        byte[] bytes = json.getBytes(UTF_8);
        Digest digest = Digest.sha256(bytes);
        List<Tag> all = new ArrayList<>();
        for (String tag : tags) {
            all.add(Tag.of(tag));
        }
        try {
            StoredManifest manifest = new StoredManifest(digest, type, bytes.length, ManifestDocument.read(bytes));
            store.putManifest(name(repository), manifest, bytes, all);
        } catch (MalformedManifestException e) {
            throw new AssertionError(e);
        }
        return digest;
    }
}
