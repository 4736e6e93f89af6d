package io.github.registryclient.testkit.registry.store;

import io.github.registryclient.name.Digest;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Bytes by digest, each kept once whichever repositories have them. */
final class Contents {
    private final Storage storage;

    Contents(Storage storage) {
        this.storage = storage;
    }

    Optional<Content> find(Digest digest) throws IOException {
        return storage.find(Layout.content(digest));
    }

    void put(Digest digest, byte[] bytes) throws IOException {
        storage.write(Layout.content(digest), bytes);
    }

    void take(Digest digest, String from) throws IOException {
        storage.move(from, Layout.content(digest));
    }

    void delete(Digest digest) throws IOException {
        storage.delete(Layout.content(digest));
    }

    Map<Digest, Long> sizes() throws IOException {
        Map<Digest, Long> sizes = new TreeMap<>();
        for (String path : storage.list(Layout.CONTENT)) {
            sizes.put(Layout.digest(path), storage.find(path).orElseThrow().size());
        }
        return sizes;
    }
}
