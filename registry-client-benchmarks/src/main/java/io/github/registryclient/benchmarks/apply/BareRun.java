package io.github.registryclient.benchmarks.apply;

import io.github.registryclient.benchmarks.report.Timed;
import io.github.registryclient.benchmarks.server.BareClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicInteger;

/** The bar: the same looks, requests and flushes, one after the other, and nothing checked. */
final class BareRun {
    private static final int LOOKS_AT_ONCE = 8;
    private static final int NOTE = 600;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String root;
    private final Builds builds;
    private final Path file;

    BareRun(URI registry, Builds builds, Path file) {
        this.root = registry + "/v2/" + builds.repository() + "/";
        this.builds = builds;
        this.file = file;
    }

    /** Deletions a second, looks included. */
    double perSecond() {
        long start = System.nanoTime();
        try (FileChannel notes = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            look();
            for (int i = 0; i < builds.count(); i++) {
                HttpResponse<byte[]> manifest = send("GET", "manifests/" + Builds.tag(i));
                String digest =
                        manifest.headers().firstValue("Docker-Content-Digest").orElseThrow();
                notes.write(new ByteBuffer[] {ByteBuffer.wrap(manifest.body()), ByteBuffer.allocate(NOTE)});
                notes.force(false);
                require(202, send("DELETE", "manifests/" + digest));
                require(404, send("GET", "manifests/" + digest));
            }
            send("GET", "tags/list");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return builds.count() * 1e9 / (System.nanoTime() - start);
    }

    private void look() {
        send("GET", "tags/list");
        AtomicInteger next = new AtomicInteger();
        Timed.perSecond(LOOKS_AT_ONCE, builds.count(), () -> {
            for (int i = next.getAndIncrement(); i < builds.count(); i = next.getAndIncrement()) {
                send("HEAD", "manifests/" + Builds.tag(i));
            }
        });
    }

    private HttpResponse<byte[]> send(String method, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path))
                .setHeader("Accept", BareClient.ACCEPT)
                .setHeader("User-Agent", "registry-client-java");
        try {
            return client.send(
                    method.equals("DELETE")
                            ? request.DELETE().build()
                            : request.method(method, HttpRequest.BodyPublishers.noBody())
                                    .build(),
                    BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void require(int status, HttpResponse<byte[]> response) {
        if (response.statusCode() != status) {
            throw new IllegalStateException(response + " in the place of " + status);
        }
    }
}
