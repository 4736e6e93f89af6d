package io.github.registryclient.testkit.registry;

import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.registry.store.Upload;

/** Answers that say where an upload goes on and where its blob is. */
final class UploadLocations {
    private UploadLocations() {}

    /** Where to go on, and how far it is; 0-0 also before the first byte, which the spec has no words for. */
    static Response goOn(int status, Upload upload) {
        return Response.of(status)
                .header(Headers.LOCATION, path(upload))
                .header(Headers.RANGE, range(upload))
                .header(Headers.UPLOAD_ID, upload.id());
    }

    static Refusal goOn(Refusal refusal, Upload upload) {
        return refusal.header(Headers.LOCATION, path(upload)).header(Headers.RANGE, range(upload));
    }

    static Response created(RepositoryName name, Digest digest) {
        return Response.of(201)
                .header(Headers.LOCATION, "/v2/" + name + "/blobs/" + digest)
                .header(Headers.DIGEST, digest.toString());
    }

    private static String path(Upload upload) {
        return "/v2/" + upload.repository() + "/blobs/uploads/" + upload.id();
    }

    private static String range(Upload upload) {
        return "0-" + Math.max(0, upload.size() - 1);
    }
}
