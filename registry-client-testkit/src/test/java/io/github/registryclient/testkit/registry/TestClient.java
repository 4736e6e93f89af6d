package io.github.registryclient.testkit.registry;

import io.github.registryclient.testkit.http.Handler;
import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.http.RequestBuilder;
import io.github.registryclient.testkit.registry.store.MemoryStorage;
import io.github.registryclient.testkit.registry.store.Store;
import io.github.registryclient.testkit.registry.store.UploadExpiry;
import io.github.registryclient.testkit.registry.synthetic.SyntheticRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Sends requests to a registry without a connection, and pushes what tests need. */
final class TestClient {
    static final String HELLO = "sha256:2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";
    static final String HELLO_512 = "sha512:9b71d224bd62f3785d96d46ad3ea3d73319bfbc2890caadae2dff72519673ca7"
            + "2323c3d99ba5c11d7c7acc6e14b8c5da0c4663475c2e5c3adef46f73bcdec043";
    static final String EMPTY_OBJECT = "sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";
    static final String ABSENT = "sha256:abababababababababababababababababababababababababababababababab";

    private final Handler handler;

    private TestClient(Handler handler) {
        this.handler = handler;
    }

    static TestClient ofEmptyRegistry() {
        return of(Settings.defaults());
    }

    static TestClient of(Settings settings) {
        return of(settings, SyntheticRegistry.none());
    }

    static TestClient of(Settings settings, SyntheticRegistry synthetic) {
        try {
            return new TestClient(
                    Registry.of(Store.open(new MemoryStorage(), synthetic, UploadExpiry.defaults()), settings));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer get(String target, String... headers) {
        return send("GET", target, new byte[0], headers);
    }

    Answer head(String target, String... headers) {
        return send("HEAD", target, new byte[0], headers);
    }

    Answer delete(String target) {
        return send("DELETE", target, new byte[0]);
    }

    Answer post(String target, String body) {
        return send("POST", target, bytes(body));
    }

    Answer patch(String target, String body, String... headers) {
        return send("PATCH", target, bytes(body), headers);
    }

    Answer put(String target, String body, String... headers) {
        return send("PUT", target, bytes(body), headers);
    }

    /** Pushes "hello" as sha256. */
    void pushHello(String repository) {
        post("/v2/" + repository + "/blobs/uploads/?digest=" + HELLO, "hello").requireStatus(201);
    }

    /** Pushes a manifest of the OCI image type. */
    Answer pushImage(String repository, String reference, String json) {
        return put(
                "/v2/" + repository + "/manifests/" + reference,
                json,
                "Content-Type",
                "application/vnd.oci.image.manifest.v1+json");
    }

    Answer send(String method, String target, byte[] body, String... headers) {
        RequestBuilder request = Request.builder(method, target).body(body);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return new Answer(handler.handle(request.build()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
