package io.github.registryclient.testkit.registry.manner;

import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.testkit.http.Handler;
import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.registry.ErrorCode;
import io.github.registryclient.testkit.registry.Refusal;
import io.github.registryclient.testkit.registry.Registry;
import io.github.registryclient.testkit.registry.Route;
import io.github.registryclient.testkit.registry.Settings;
import io.github.registryclient.testkit.registry.store.Store;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Other checks than the registry's that what a manifest needs is there. */
final class ContentChecks {
    private final Settings settings;

    /** Checks for a registry that is set so. */
    ContentChecks(Settings settings) {
        this.settings = settings;
    }

    /** A registry that is set alike but checks nothing, in the place of the one that does. */
    Handler lenient(Store store) {
        return Registry.of(store, settings.withContentRequired(false));
    }

    /** The manifest, before the registry reads it. */
    PushedManifest read(Request request) throws IOException {
        return PushedManifest.read(request, settings);
    }

    Response onlyChildren(Request request, Route route, Handler inner, Store store) throws IOException {
        PushedManifest manifest = read(request);
        List<Digest> missing = manifest.document()
                .map(document -> withoutManifest(store, route.repository(), document.manifests()))
                .orElse(List.of());
        if (!missing.isEmpty()) {
            throw Refusal.of(404, ErrorCode.MANIFEST_UNKNOWN, "Sub-manifest \"" + missing.get(0) + "\" not found");
        }
        return lenient(store).handle(manifest.again());
    }

    Response onlyManifests(Request request, Route route, Handler inner, Store store) throws IOException {
        PushedManifest manifest = read(request);
        List<Digest> blobs = manifest.document()
                .map(document -> withoutManifest(store, route.repository(), document.otherEntries()))
                .orElse(List.of());
        if (!blobs.isEmpty()) {
            throw Refusal.of(
                    400,
                    ErrorCode.MANIFEST_BLOB_UNKNOWN,
                    blobs.stream().map(Digest::toString).collect(Collectors.toList()));
        }
        return inner.handle(manifest.again());
    }

    private static List<Digest> withoutManifest(Store store, RepositoryName repository, List<Digest> digests) {
        return digests.stream()
                .filter(digest -> store.manifest(repository, digest).isEmpty())
                .collect(Collectors.toUnmodifiableList());
    }
}
