package io.github.registryclient.testkit.registry.manner;

import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.registry.Settings;
import io.github.registryclient.testkit.registry.store.MalformedManifestException;
import io.github.registryclient.testkit.registry.store.ManifestDocument;
import java.io.IOException;
import java.util.Optional;

/** A manifest on its way into a repository, read before the registry reads it. */
final class PushedManifest {
    private final Request request;
    private final byte[] bytes;

    private PushedManifest(Request request, byte[] bytes) {
        this.request = request;
        this.bytes = bytes;
    }

    /** Of one that is too long, a byte more than is taken is read: the registry refuses it for its length all the same. */
    static PushedManifest read(Request request, Settings settings) throws IOException {
        int most = (int) Math.min(settings.manifestLimit() + 1L, Integer.MAX_VALUE);
        return new PushedManifest(request, request.body().readNBytes(most));
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
