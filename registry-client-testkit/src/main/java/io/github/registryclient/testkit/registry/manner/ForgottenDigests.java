package io.github.registryclient.testkit.registry.manner;

import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.testkit.http.Handler;
import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.registry.ErrorCode;
import io.github.registryclient.testkit.registry.Refusal;
import io.github.registryclient.testkit.registry.Route;
import io.github.registryclient.testkit.registry.store.Store;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Manifests whose digests were deleted while tags still show them. The store keeps such a manifest as long as a tag leads to
 * it.
 */
final class ForgottenDigests implements On.Answering {
    /** Guarded by the store's lock. */
    private final Set<Map.Entry<RepositoryName, Digest>> forgotten = new HashSet<>();

    @Override
    public Response answer(Request request, Route route, Handler registry, Store store) throws IOException {
        if (request.method().equals("PUT")) {
            return put(request, route, registry, store);
        }
        return store.exclusively(() -> {
            if (route.isDigest() && forgotten.contains(key(route, route.digest()))) {
                throw Refusal.of(404, ErrorCode.MANIFEST_UNKNOWN, route.last());
            }
            return request.method().equals("DELETE")
                    ? delete(request, route, registry, store)
                    : registry.handle(request);
        });
    }

    /** The body is read before the lock is taken. */
    private Response put(Request request, Route route, Handler registry, Store store) throws IOException {
        Response response = registry.handle(request);
        Optional<Digest> digest = response.header("Docker-Content-Digest").flatMap(Digest::parse);
        if (response.status() == 201 && digest.isPresent()) {
            store.exclusively(() -> forgotten.remove(key(route, digest.get())));
        }
        return response;
    }

    private Response delete(Request request, Route route, Handler registry, Store store) throws IOException {
        Doomed doomed = Doomed.of(store, route).orElse(null);
        if (doomed == null) {
            return registry.handle(request);
        }
        if (route.isDigest() && !doomed.tags().isEmpty()) {
            forgotten.add(key(route, doomed.digest()));
            return Response.of(202);
        }
        Response response = registry.handle(request);
        if (doomed.tags().equals(List.of()) && forgotten.remove(key(route, doomed.digest()))) {
            store.deleteManifest(route.repository(), doomed.digest());
        }
        return response;
    }

    private static Map.Entry<RepositoryName, Digest> key(Route route, Digest digest) {
        return Map.entry(route.repository(), digest);
    }
}
