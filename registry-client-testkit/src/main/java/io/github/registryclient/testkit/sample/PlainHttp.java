package io.github.registryclient.testkit.sample;

import io.github.registryclient.manifest.MediaTypes;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Reference;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/** HTTP without any registry client: what is sent is what stands here. */
final class PlainHttp {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int SHOWN_BYTES = 500;

    private final HttpClient client;
    private final URI registry;
    private final Function<URI, String> authorization;

    PlainHttp(URI registry, String authorization) {
        this(registry, uri -> authorization);
    }

    /** With what is to be sent to each address, empty for nothing. */
    PlainHttp(URI registry, Function<URI, String> authorization) {
        this(HttpClient.newBuilder(), registry, authorization);
    }

    private PlainHttp(HttpClient.Builder client, URI registry, Function<URI, String> authorization) {
        this.client = client.version(HttpClient.Version.HTTP_1_1).build();
        this.registry = registry;
        this.authorization = authorization;
    }

    PlainHttp trusting(SSLContext context) {
        return new PlainHttp(HttpClient.newBuilder().sslContext(context), registry, authorization);
    }

    static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    static HttpRequest.BodyPublisher body(byte[] bytes) {
        return HttpRequest.BodyPublishers.ofByteArray(bytes);
    }

    HttpRequest.Builder request(String path) {
        return request(registry.resolve(path));
    }

    HttpRequest.Builder request(URI uri) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(TIMEOUT);
        String secret = authorization.apply(uri);
        return secret.isEmpty() ? request : request.header("Authorization", secret);
    }

    HttpResponse<byte[]> send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            return sendTwice(request);
        } catch (IOException e) {
            throw new UncooperativeRegistryException(request.method() + " " + request.uri() + ": no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncooperativeRegistryException(request.method() + " " + request.uri() + ": interrupted", e);
        }
    }

    /** The JDK may choose a connection that is just ending; nothing that is sent here does harm if it arrives twice. */
    private HttpResponse<byte[]> sendTwice(HttpRequest request) throws IOException, InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (HttpTimeoutException | ConnectException e) {
            throw e;
        } catch (IOException e) {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    HttpResponse<byte[]> expect(int status, HttpRequest.Builder request) {
        return check(status, send(request));
    }

    HttpResponse<byte[]> check(int status, HttpResponse<byte[]> answer) {
        if (answer.statusCode() != status) {
            String body = new String(answer.body(), StandardCharsets.UTF_8);
            throw new UncooperativeRegistryException(
                    answer.request().method() + " " + answer.request().uri() + ": status " + answer.statusCode()
                            + " in the" + " place of " + status + ", "
                            + body.substring(0, Math.min(SHOWN_BYTES, body.length())),
                    null);
        }
        return answer;
    }

    boolean has(String path, Reference expected) {
        HttpResponse<byte[]> answer = send(request(path).header("Accept", String.join(", ", MediaTypes.manifests())));
        return answer.statusCode() == 200
                && (!(expected instanceof Digest) || Hash.sha256(answer.body()).equals(expected));
    }
}
