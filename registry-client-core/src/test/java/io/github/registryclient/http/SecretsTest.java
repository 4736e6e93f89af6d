package io.github.registryclient.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.auth.CredentialsProvider;
import io.github.registryclient.error.ErrorResponseException;
import io.github.registryclient.error.RegistryException;
import io.github.registryclient.http.retry.PlayedTime;
import io.github.registryclient.http.server.Exchange;
import io.github.registryclient.http.server.Samples;
import io.github.registryclient.http.server.ScriptedServer;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A password, and the signature of a pre-signed address, pushed through every way to fail: neither is ever shown. */
class SecretsTest {
    private static final String PASSWORD = "5ecre7-P4ssw0rd";
    private static final String SIGNATURE = "51gn4tur3";
    private static final String ENCODED =
            Base64.getEncoder().encodeToString(("user:" + PASSWORD).getBytes(StandardCharsets.UTF_8));

    private final AtomicReference<ScriptedServer.Script> script = new AtomicReference<>();
    private final ScriptedServer server = new ScriptedServer(exchange -> {
        if (exchange.header("Authorization").isEmpty() && !exchange.line().contains(SIGNATURE)) {
            exchange.reply(401, "", "WWW-Authenticate: Basic realm=\"r\"");
        } else if (exchange.line().equals("HEAD /v2/team/app/manifests/shown")) {
            exchange.reply(200, "", "Docker-Content-Digest: " + Samples.sha256("x")); // so that its DELETE is sent
        } else {
            script.get().serve(exchange);
        }
    });
    private final PlayedTime time = new PlayedTime();
    private final HttpRegistryClient client = HttpRegistryClient.builder(server.url())
            .retries(0)
            .pauses(time)
            .clock(time)
            .credentials("user", PASSWORD)
            .attemptTimeout(Duration.ofMillis(1500))
            .deleteTimeout(Duration.ofMillis(1500))
            .uploadTimeout(Duration.ofMillis(1500))
            .build();
    private final RepositoryName app = RepositoryName.of("team/app");
    private final Digest blob = Digest.of(Samples.sha256("blob"));

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private List<ThrowingCallable> calls() {
        return List.of(
                () -> client.getManifestDigest("team/app", "1.0"),
                () -> client.getManifest("team/app", "1.0"),
                () -> client.deleteManifest(app, blob),
                () -> client.deleteTag("team/app", "1.0"),
                () -> client.deleteTag("team/app", "shown"),
                () -> client.findBlobSize(app, blob),
                () -> {
                    try (InputStream stream = client.openBlob(app, blob)) {
                        stream.readAllBytes();
                    }
                },
                () -> client.uploadBlob(app, new byte[3]),
                () -> client.mountBlob(app, blob, app),
                () -> client.listTags(app).toList(),
                () -> client.listRepositories().toList(),
                () -> client.probeCapabilities(app));
    }

    private void assertNothingShows() {
        for (ThrowingCallable call : calls()) {
            Throwable failure = catchThrowable(call);
            if (failure != null) {
                assertThat(failure).isInstanceOf(RegistryException.class);
                StringWriter all = new StringWriter();
                failure.printStackTrace(new PrintWriter(all));
                String said = failure instanceof ErrorResponseException
                        ? ((ErrorResponseException) failure).errors()
                                + ((ErrorResponseException) failure).response().excerpt()
                        : "";
                assertThat(all + " " + failure + " " + failure.getMessage() + said)
                        .doesNotContain(PASSWORD, ENCODED, SIGNATURE, "\u001b");
            }
        }
        assertThat(server.exchanges())
                .anyMatch(exchange -> exchange.header("Authorization").isPresent());
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 202, 204, 206, 304, 400, 401, 403, 404, 405, 409, 412, 416, 429, 500, 503})
    void statuses_with_bodies_that_quote_the_request_show_nothing(int status) {
        script.set(exchange -> exchange.reply(
                status, status == 204 || status == 304 ? "" : quoting(exchange), "Content-Type: application/json"));
        assertNothingShows();
    }

    /** What a talkative server says: the headers of the request, and the pre-signed address of its own storage. */
    private static String quoting(Exchange exchange) {
        String said = exchange.header("Authorization").orElse("") + " Get https://s3/b?X-Amz-Signature=" + SIGNATURE
                + "&x=1: refused";
        return "{\"errors\":[{\"code\":\"UNKNOWN\",\"message\":\"" + said + "\",\"detail\":{\"sent\":\"" + said
                + "\"}}]}";
    }

    @Test
    void html_that_quotes_the_request_shows_nothing() {
        script.set(exchange -> exchange.reply(400, "<html>" + exchange.head() + "</html>", "Content-Type: text/html"));
        assertNothingShows();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 abc %s\r\n\r\n",
                "HTTP/1.1 200 OK\r\nBad %s Name: x\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: %s\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n%s\r\n",
                "%s\r\n\r\n",
            })
    void answers_that_break_http_and_quote_the_request_show_nothing_in_their_causes_either(String raw) {
        for (String quoted : List.of(
                "Basic " + ENCODED + "\u001b[31m", ENCODED, PASSWORD, "PUT /v2/?_state=" + SIGNATURE + "\u001b[0m")) {
            script.set(exchange -> {
                exchange.send(String.format(raw, quoted));
                exchange.cut();
            });
            assertNothingShows();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 202, 400, 401, 403, 404, 405, 500})
    void statuses_with_bodies_that_quote_the_bare_pair_or_password_show_nothing(int status) {
        for (String quoted : List.of(ENCODED, PASSWORD, "user:" + PASSWORD)) {
            script.set(exchange -> exchange.reply(
                    status,
                    Samples.error("UNKNOWN", "who is " + quoted + "?"),
                    "Content-Type: application/json",
                    "Docker-Distribution-Api-Version: registry/2.0"));
            assertNothingShows();
            script.set(exchange -> exchange.reply(status, "<b>" + quoted + "</b>", "Content-Type: text/html"));
            assertNothingShows();
        }
    }

    @Test
    void cut_and_silent_connections_show_nothing() {
        script.set(Exchange::cut);
        assertNothingShows();
        script.set(exchange -> {
            exchange.send("HTTP/1.1 2oo what\r\n\r\n");
            exchange.cut();
        });
        assertNothingShows();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/b?X-Amz-Signature=" + SIGNATURE,
                "http://my_minio:9000/b?sig=" + SIGNATURE,
                "/other?from=" + SIGNATURE,
                "/other?n=1&last=" + SIGNATURE,
                "http://127.0.0.1:1/b?digest=" + SIGNATURE,
                "http://does-not-exist.invalid/b?last=" + SIGNATURE,
                "http://user:" + SIGNATURE + "@127.0.0.1/b",
                "http://127.0.0.1:1/b?sig=" + SIGNATURE,
                "http://does-not-exist.invalid/b?token=" + SIGNATURE,
                "ftp://s/b?sig=" + SIGNATURE,
                "http://[bad/b?sig=" + SIGNATURE,
                "/b?{sig}=" + SIGNATURE,
            })
    void redirects_to_pre_signed_addresses_show_no_query(String location) {
        script.set(exchange -> {
            if (exchange.line().contains(SIGNATURE)) {
                exchange.reply(403, "<Error/>", "Content-Type: application/xml");
            } else {
                exchange.reply(exchange.method().equals("POST") ? 202 : 307, "", "Location: " + location);
            }
        });
        assertNothingShows();
    }

    @Test
    void values_that_hold_the_password_do_not_print_it() {
        Credentials credentials = Credentials.basic("user", PASSWORD);
        assertThat(List.of(
                        credentials,
                        client,
                        HttpRegistryClient.builder(server.url()).retries(0).credentials("user", PASSWORD),
                        CredentialsProvider.fixed(credentials)))
                .allSatisfy(value -> assertThat(value.toString()).doesNotContain(PASSWORD));
    }
}
