package io.github.registryclient.testkit.junit;

import io.github.registryclient.testkit.EmbeddedRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Leaves traces in registries, by which tests know them again. */
final class Asking {
    private Asking() {}

    /** Asks once more, and tells how often this registry was asked before. */
    static long earlier(EmbeddedRegistry registry) throws Exception {
        long before = registry.requests().size();
        ask(registry.uri());
        return before;
    }

    static int ask(URI registry) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(registry.resolve("/v2/")).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
