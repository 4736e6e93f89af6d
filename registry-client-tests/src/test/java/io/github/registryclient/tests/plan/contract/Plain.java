package io.github.registryclient.tests.plan.contract;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Plain requests, without the client that is under test. */
final class Plain {
    private static final int OK = 200;
    private static final String INDEX = "application/vnd.oci.image.index.v1+json";

    private Plain() {}

    /** The bytes of an OCI index. */
    static byte[] get(URI registry, String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer =
                send(HttpRequest.newBuilder(registry.resolve(path)).header("Accept", INDEX));
        if (answer.statusCode() != OK) {
            throw new IllegalStateException(path + ": " + answer.statusCode());
        }
        return answer.body();
    }

    /** The status that is answered. */
    static int delete(URI registry, String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(registry.resolve(path)).DELETE()).statusCode();
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
