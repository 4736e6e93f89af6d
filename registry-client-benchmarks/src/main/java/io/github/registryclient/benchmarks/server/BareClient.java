package io.github.registryclient.benchmarks.server;

import io.github.registryclient.manifest.MediaTypes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * The bar: the JDK's client and nothing around it, no timeout, no check, no type. It sends the headers that the library sends,
 * because without them a registry gives other answers.
 */
public final class BareClient {
    /** The media types that the library accepts. */
    public static final String ACCEPT = String.join(", ", MediaTypes.manifests()) + ", */*";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Creates one. */
    public BareClient() {}

    /**
     * Makes a request.
     *
     * @param uri the manifest
     * @return a HEAD request
     */
    public static HttpRequest request(String uri) {
        return HttpRequest.newBuilder(URI.create(uri))
                .method("HEAD", BodyPublishers.noBody())
                .setHeader("Accept", ACCEPT)
                .setHeader("User-Agent", "registry-client-java")
                .build();
    }

    /**
     * Sends a request and waits.
     *
     * @param request a HEAD request
     * @return the answer
     */
    public HttpResponse<Void> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.discarding());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
