package io.github.registryclient.testkit.registry.manner;

import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.testkit.http.Handler;
import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.manner.BlobManner;
import io.github.registryclient.testkit.registry.Resource;
import io.github.registryclient.testkit.registry.Route;
import io.github.registryclient.testkit.registry.store.Store;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is behind {@link BlobManner}. */
final class BlobDecorators {
    private BlobDecorators() {}

    static Map<BlobManner, Decorator> all(ContentChecks checks) {
        Map<BlobManner, Decorator> all = new EnumMap<>(BlobManner.class);
        all.put(
                BlobManner.IN_ALL_REPOSITORIES,
                On.methods(Set.of("GET", "HEAD", "DELETE"), Resource.BLOB).answering(BlobDecorators::anywhere));
        all.put(BlobManner.WITHOUT_ETAG, On.reading(Resource.BLOB).answering(EntityTags::ignored));
        all.put(BlobManner.CONTENT_TYPE_IS_GUESSED, On.reading(Resource.BLOB).changing(GuessedType::of));
        all.put(
                BlobManner.CONTENT_TYPE_IS_THE_DESCRIPTORS,
                On.reading(Resource.BLOB).answering(DescribedBlobs::typed));
        all.put(BlobManner.MANIFESTS_ARE_BLOBS, On.reading(Resource.BLOB).answering(DescribedBlobs::orManifest));
        all.put(
                BlobManner.NEEDED_IS_DENIED,
                On.method("DELETE", Resource.BLOB).answering(DescribedBlobs::unlessNeeded));
        all.put(
                BlobManner.DELETION_OF_A_MISSING_ONE_IS_A_SERVER_ERROR,
                On.method("DELETE", Resource.BLOB)
                        .changing((request, response) -> response.status() == 404
                                ? ErrorAnswer.of(500, "INTERNAL_SERVER_ERROR", "not found")
                                : response));
        all.put(
                BlobManner.STALE_DESCRIPTORS,
                On.methods(
                                Set.of("GET", "HEAD", "POST", "PUT", "DELETE"),
                                Resource.BLOB,
                                Resource.UPLOADS,
                                Resource.UPLOAD,
                                Resource.MANIFEST)
                        .remembering(() -> new StaleDescriptors(checks)));
        return all;
    }

    /** Asks a repository that has it; a deletion takes it out of all. */
    private static Response anywhere(Request request, Route route, Handler inner, Store store) throws IOException {
        Response last = inner.handle(request);
        Optional<RepositoryName> other = having(store, route);
        while (other.isPresent() && (last.status() == 404 || request.method().equals("DELETE"))) {
            last = inner.handle(request.withTarget("/v2/" + other.get() + "/blobs/" + route.last()));
            if (!request.method().equals("DELETE")) {
                return last;
            }
            other = having(store, route);
        }
        return last;
    }

    private static Optional<RepositoryName> having(Store store, Route route) {
        return store.knownRepositories().stream()
                .filter(name -> store.blobs(name).contains(route.digest()))
                .findFirst();
    }
}
