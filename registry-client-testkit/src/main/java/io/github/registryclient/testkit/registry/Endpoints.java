package io.github.registryclient.testkit.registry;

import io.github.registryclient.testkit.registry.store.Store;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Which endpoint answers which method on which resource. */
final class Endpoints {
    private final Map<Resource, Map<String, Endpoint>> table = new EnumMap<>(Resource.class);

    private Endpoints() {}

    static Endpoints of(Store store, Settings settings) {
        return new Endpoints()
                .reading(Resource.SUPPORT, new SupportEndpoint())
                .reading(Resource.CATALOG, new CatalogEndpoint(store))
                .reading(Resource.TAGS, new TagListEndpoint(store))
                .reading(Resource.REFERRERS, new ReferrersEndpoint(store, settings))
                .reading(Resource.MANIFEST, new ManifestPull(store))
                .with(Resource.MANIFEST, "PUT", new ManifestPush(store, settings))
                .with(Resource.MANIFEST, "DELETE", new ManifestDeletion(store))
                .reading(Resource.BLOB, new BlobPull(store))
                .with(Resource.BLOB, "DELETE", new BlobDeletion(store))
                .with(Resource.UPLOADS, "POST", new UploadStart(store))
                .with(Resource.UPLOAD, "GET", new UploadStatus(store))
                .with(Resource.UPLOAD, "PATCH", new UploadChunk(store))
                .with(Resource.UPLOAD, "PUT", new UploadEnd(store))
                .with(Resource.UPLOAD, "DELETE", new UploadCancellation(store));
    }

    private Endpoints reading(Resource resource, Endpoint endpoint) {
        return with(resource, "GET", endpoint).with(resource, "HEAD", endpoint);
    }

    private Endpoints with(Resource resource, String method, Endpoint endpoint) {
        table.computeIfAbsent(resource, any -> new TreeMap<>()).put(method, endpoint);
        return this;
    }

    Endpoint find(Resource resource, String method) {
        Map<String, Endpoint> methods = table.getOrDefault(resource, Map.of());
        Endpoint endpoint = methods.get(method);
        if (endpoint == null) {
            throw Refusal.of(405, ErrorCode.UNSUPPORTED, method + " is not supported here")
                    .header("Allow", String.join(", ", methods.keySet()));
        }
        return endpoint;
    }
}
