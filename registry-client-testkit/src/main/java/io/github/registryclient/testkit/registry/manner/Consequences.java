package io.github.registryclient.testkit.registry.manner;

import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.http.Handler;
import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.registry.Route;
import io.github.registryclient.testkit.registry.store.Store;
import java.io.IOException;
import java.util.List;

/** Deletions that take more or less with them than they should. Each is one step to all others. */
final class Consequences {
    private Consequences() {}

    static Response blobGoes(Request request, Route route, Handler inner, Store store) throws IOException {
        return store.exclusively(() -> {
            if (route.isDigest() && RepositoryChecks.hasBlob(store, route)) {
                store.deleteBlob(route.repository(), route.digest());
                return Response.of(202);
            }
            return inner.handle(request);
        });
    }

    static Response tagsDangle(Request request, Route route, Handler inner, Store store) throws IOException {
        return route.isDigest() && store.loseManifest(route.repository(), route.digest())
                ? Response.of(202)
                : inner.handle(request);
    }

    /**
     * The answer is as Go's server sends what is written behind a status that was sent already: its type is guessed, and the
     * errors are those of a file that could not be removed.
     */
    static Response oneTagStays(Request request, Route route, Handler inner, Store store) throws IOException {
        return store.exclusively(() -> {
            RepositoryName name = route.repository();
            List<Tag> tags =
                    route.isDigest() ? Doomed.of(store, route).map(Doomed::tags).orElse(List.of()) : List.of();
            if (tags.isEmpty()) {
                return inner.handle(request);
            }
            store.loseManifest(name, route.digest());
            for (Tag tag : tags.subList(1, tags.size())) {
                store.deleteTag(name, tag);
            }
            Response errors = ErrorAnswer.of(202, "UNKNOWN", "unknown error");
            return errors.without("Content-Type").header("Content-Type", "text/plain; charset=utf-8");
        });
    }

    static Response manifestGoesWithLastTag(Request request, Route route, Handler inner, Store store)
            throws IOException {
        return store.exclusively(() -> {
            Doomed doomed = Doomed.of(store, route).orElse(null);
            Response response = inner.handle(request);
            if (doomed != null
                    && !route.isDigest()
                    && response.status() == 202
                    && doomed.tags().isEmpty()) {
                store.deleteManifest(route.repository(), doomed.digest());
            }
            return response;
        });
    }

    static Response childrenGo(Request request, Route route, Handler inner, Store store) throws IOException {
        return store.exclusively(() -> {
            List<Digest> orphans = route.isDigest() ? orphans(store, route.repository(), route.digest()) : List.of();
            Response response = inner.handle(request);
            if (response.status() == 202) {
                takeAll(store, route.repository(), orphans);
            }
            return response;
        });
    }

    private static List<Digest> orphans(Store store, RepositoryName repository, Digest digest) {
        return Doomed.of(store, repository, digest).map(Doomed::orphans).orElse(List.of());
    }

    /** A child may be an index with children of its own. */
    private static void takeAll(Store store, RepositoryName repository, List<Digest> digests) throws IOException {
        for (Digest digest : digests) {
            List<Digest> orphans = orphans(store, repository, digest);
            store.deleteManifest(repository, digest);
            takeAll(store, repository, orphans);
        }
    }
}
