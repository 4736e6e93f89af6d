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

    /** Keeps what is there already, as it is. */
    void put(Digest digest, byte[] bytes) throws IOException {
        if (find(digest).isEmpty()) {
            storage.write(Layout.content(digest), bytes);
        }
    }

    /** Leaves a piece of no bytes, as a crash or a full disk does. */
    boolean empty(Digest digest) throws IOException {
        boolean there = find(digest).isPresent();
        if (there) {
            storage.write(Layout.content(digest), new byte[0]);
        }
        return there;
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
