package io.github.registryclient.testkit.registry.manner;

import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.registry.store.MalformedManifestException;
import io.github.registryclient.testkit.registry.store.ManifestDocument;
import java.io.IOException;
import java.util.Optional;

/** A manifest on its way into a repository, read before the registry reads it. */
final class PushedManifest {
    /** More than any registry takes; a longer one goes on cut, and is refused for its length all the same. */
    private static final int MOST = 16 << 20;

    private final Request request;
    private final byte[] bytes;

    private PushedManifest(Request request, byte[] bytes) {
        this.request = request;
        this.bytes = bytes;
    }

    static PushedManifest read(Request request) throws IOException {
        return new PushedManifest(request, request.body().readNBytes(MOST));
    }

    byte[] bytes() {
        return bytes;
    }

    /** What it says; nothing if it is no manifest, which the registry will find too. */
    Optional<ManifestDocument> document() {
        try {
            return Optional.of(ManifestDocument.read(bytes));
        } catch (MalformedManifestException e) {
            return Optional.empty();
        }
    }

    /** The request, for the registry to read. */
    Request again() {
        return request.withBody(bytes);
    }
}
