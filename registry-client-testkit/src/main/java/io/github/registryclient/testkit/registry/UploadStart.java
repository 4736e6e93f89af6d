package io.github.registryclient.testkit.registry;

import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.registry.store.Store;
import io.github.registryclient.testkit.registry.store.Upload;
import java.io.IOException;
import java.util.Optional;

/** Begins an upload, takes a whole blob, or mounts one: end-4a to end-4c and end-11. */
final class UploadStart implements Endpoint {
    private final Store store;

    UploadStart(Store store) {
        this.store = store;
    }

    @Override
    public Response handle(Request request, Route route) throws IOException {
        RepositoryName name = route.repository();
        Optional<Digest> mount = request.query("mount").map(Route::digest);
        if (mount.isPresent() && mounted(name, mount.get(), request.query("from"))) {
            return UploadLocations.created(name, mount.get());
        }
        Optional<Digest> whole = request.query("digest").map(Route::verifiable);
        request.query("digest-algorithm").ifPresent(UploadStart::requireAlgorithm);
        Upload upload = store.uploads().start(name);
        return whole.isPresent() ? whole(request, upload, whole.get()) : UploadLocations.goOn(202, upload);
    }

    /** Nobody is told of the upload, so nobody can go on with one that breaks off. */
    private static Response whole(Request request, Upload upload, Digest digest) throws IOException {
        try {
            return UploadBody.take(request, upload).finish(digest);
        } finally {
            upload.cancel();
        }
    }

    private boolean mounted(RepositoryName name, Digest digest, Optional<String> from) throws IOException {
        try {
            return store.mount(name, digest, from.map(RepositoryName::of));
        } catch (InvalidInputException e) {
            return false; // no repository has that name
        }
    }

    private static void requireAlgorithm(String algorithm) {
        if (!algorithm.equals("sha256") && !algorithm.equals("sha512")) {
            throw Refusal.of(400, ErrorCode.DIGEST_INVALID, "unsupported algorithm " + algorithm);
        }
    }
}
