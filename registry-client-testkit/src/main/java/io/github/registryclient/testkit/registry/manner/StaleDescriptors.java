package io.github.registryclient.testkit.registry.manner;

import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.testkit.http.Delivery;
import io.github.registryclient.testkit.http.Handler;
import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.registry.Resource;
import io.github.registryclient.testkit.registry.Route;
import io.github.registryclient.testkit.registry.store.Content;
import io.github.registryclient.testkit.registry.store.ManifestDocument;
import io.github.registryclient.testkit.registry.store.Store;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Distribution's cache of descriptors in memory: what was seen once in a repository counts as being there, and is looked for
 * on the disk only when its bytes are read.
 */
final class StaleDescriptors implements On.Answering {
    private static final String DIGEST = "Docker-Content-Digest";

    private final Map<Map.Entry<RepositoryName, Digest>, Long> blobs = new ConcurrentHashMap<>();
    private final Set<Digest> manifests = ConcurrentHashMap.newKeySet();
    private final Set<Digest> lost = ConcurrentHashMap.newKeySet();
    private final ContentChecks checks;

    /** Remembers nothing yet. */
    StaleDescriptors(ContentChecks checks) {
        this.checks = checks;
    }

    @Override
    public Response answer(Request request, Route route, Handler registry, Store store) throws IOException {
        if (route.resource() == Resource.MANIFEST) {
            return request.method().equals("PUT") ? put(request, route, registry, store) : registry.handle(request);
        }
        if (route.resource() == Resource.BLOB) {
            return request.method().equals("DELETE")
                    ? delete(request, route, registry)
                    : read(request, route, registry, store);
        }
        Optional<Digest> mount = request.query("mount").flatMap(Digest::parse);
        return mount.isPresent() && isKnown(request.query("from"), mount.get())
                ? mount(request, route, registry, mount.get(), store)
                : upload(route, registry.handle(request), store);
    }

    private Response read(Request request, Route route, Handler registry, Store store) throws IOException {
        Response response = registry.handle(request);
        Map.Entry<RepositoryName, Digest> blob = Map.entry(route.repository(), route.digest());
        if (response.status() != 404) {
            remember(blob, store);
            return response;
        }
        Long size = blobs.get(blob);
        return size == null ? response : lie(request, route.digest(), size, store);
    }

    /** The head as if the bytes were there; the bytes if they are, else the connection's end. */
    private static Response lie(Request request, Digest digest, long size, Store store) throws IOException {
        Response head = Response.of(200)
                .header(DIGEST, digest.toString())
                .header("ETag", "\"" + digest + "\"")
                .header("Content-Type", "application/octet-stream");
        Optional<Content> content = store.content(digest);
        if (content.isPresent()) {
            return head.body(content.get().bytes());
        }
        return request.method().equals("HEAD")
                ? head.header("Content-Length", Long.toString(size))
                : head.delivery(Delivery.honest().contentLength(size));
    }

    private Response delete(Request request, Route route, Handler registry) throws IOException {
        boolean known = blobs.remove(Map.entry(route.repository(), route.digest())) != null;
        Response response = registry.handle(request);
        return response.status() == 404 && known ? Response.of(202) : response;
    }

    private boolean isKnown(Optional<String> from, Digest digest) {
        return from.isPresent()
                && blobs.keySet().stream()
                        .anyMatch(blob -> blob.getKey().toString().equals(from.get())
                                && blob.getValue().equals(digest));
    }

    private Response mount(Request request, Route route, Handler registry, Digest digest, Store store)
            throws IOException {
        RepositoryName from = RepositoryName.of(request.query("from").orElseThrow());
        long size = blobs.getOrDefault(Map.entry(from, digest), 0L);
        blobs.put(Map.entry(route.repository(), digest), size);
        if (store.blob(from, digest).isPresent()) {
            return registry.handle(request);
        }
        return Response.of(201)
                .header("Location", "/v2/" + route.repository() + "/blobs/" + digest)
                .header(DIGEST, digest.toString());
    }

    private Response upload(Route route, Response response, Store store) throws IOException {
        Optional<Digest> digest = response.header(DIGEST).flatMap(Digest::parse);
        if (response.status() == 201 && digest.isPresent()) {
            remember(Map.entry(route.repository(), digest.get()), store);
        }
        return response;
    }

    private void remember(Map.Entry<RepositoryName, Digest> blob, Store store) throws IOException {
        Optional<Content> content = store.blob(blob.getKey(), blob.getValue());
        content.ifPresent(bytes -> blobs.put(blob, bytes.size()));
    }

    /** The bytes of a manifest that is believed to be there are not written again, so one that was collected stays lost. */
    private Response put(Request request, Route route, Handler registry, Store store) throws IOException {
        PushedManifest manifest = checks.read(request);
        Digest digest = Digest.sha256(manifest.bytes());
        if (manifests.contains(digest) && store.content(digest).isEmpty()) {
            lost.add(digest);
        }
        Handler checking = believes(route, manifest, store) ? checks.lenient(store) : registry;
        Response response = checking.handle(manifest.again());
        if (response.status() == 201) {
            manifests.add(digest);
            if (lost.contains(digest)) {
                store.loseManifest(route.repository(), digest);
            }
        }
        return response;
    }

    /** Whether something is missing, and all of that is believed to be there. */
    private boolean believes(Route route, PushedManifest manifest, Store store) {
        Optional<ManifestDocument> document = manifest.document();
        List<Digest> missing =
                document.map(needs -> store.missing(route.repository(), needs)).orElse(List.of());
        return !missing.isEmpty()
                && missing.stream().allMatch(digest -> blobs.containsKey(Map.entry(route.repository(), digest)));
    }
}
