package io.github.registryclient.http.sentinel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.auth.CredentialsProvider;
import io.github.registryclient.http.BackgroundCall;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.http.HttpRegistryClientBuilder;
import io.github.registryclient.http.retry.PlayedTime;
import io.github.registryclient.http.server.Exchange;
import io.github.registryclient.http.server.Samples;
import io.github.registryclient.http.server.ScriptedServer;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A sentinel in the place of every secret, and servers that quote it in every answer: nothing that a client says holds it, in
 * no form. Exceptions with their causes and as they are serialised, the log at all levels, events, and what values print.
 */
@Execution(ExecutionMode.CONCURRENT)
class SentinelTest {
    private static final RepositoryName APP = RepositoryName.of("team/app");
    private static final Digest BLOB = Digest.of(Samples.sha256("blob"));
    private static final int STYLES = 60;

    /** A client, a server that quotes, and what was said. */
    private static final class Stage implements AutoCloseable {
        private final Account account;
        private final Said said = new Said();
        private final EchoingServer server;
        private final HttpRegistryClientBuilder builder;
        private final HttpRegistryClient client;
        private int next;

        Stage(Account account) {
            this.account = account;
            server = new EchoingServer(account, account.secrets());
            PlayedTime time = new PlayedTime();
            builder = account.on(HttpRegistryClient.builder(server.server.url()))
                    .listener(said.listener)
                    .retries(1)
                    .pauses(time)
                    .clock(time)
                    .attemptTimeout(Duration.ofSeconds(30));
            client = builder.build();
        }

        /** The next calls, another choice of them each time. */
        void call(int count) {
            List<Callable<?>> calls = calls();
            for (int i = 0; i < count; i++) {
                Callable<?> call = calls.get(next++ % calls.size());
                Throwable failure = catchThrowable(call::call);
                if (failure != null) {
                    said.failure(failure);
                }
            }
        }

        List<Callable<?>> calls() {
            return List.of(
                    () -> client.getManifestDigest("team/app", "1.0"),
                    () -> client.getManifest("team/app", "1.0"),
                    () -> client.deleteManifest(APP, BLOB),
                    () -> client.deleteTag("team/app", "1.0"),
                    () -> client.deleteTag("team/app", "shown"),
                    () -> client.findBlobSize(APP, BLOB),
                    () -> {
                        try (InputStream stream = client.openBlob(APP, BLOB)) {
                            return stream.readAllBytes();
                        }
                    },
                    () -> client.uploadBlob(APP, new byte[3]),
                    () -> client.mountBlob(APP, BLOB, APP),
                    () -> client.listTags(APP).toList(),
                    () -> client.listRepositories().toList(),
                    () -> client.listReferrers(APP, BLOB).toList(),
                    () -> client.probeCapabilities(APP));
        }

        int kinds() {
            return calls().size();
        }

        void assertNothingShows(String where) {
            said.value(client);
            said.value(builder);
            said.assertNothingOf(account.secrets(), account + ", " + where);
        }

        @Override
        public void close() {
            client.close();
            server.close();
            said.close();
        }
    }

    @ParameterizedTest
    @EnumSource(Account.class)
    void no_refusal_of_a_registry_shows_a_secret_that_it_quotes(Account account) {
        try (Stage stage = new Stage(account)) {
            for (int status = 400; status <= 511; status++) {
                int code = status;
                stage.server.registry = exchange -> stage.server.quote(exchange, code, code + stage.next);
                stage.call(5);
                stage.assertNothingShows("status " + status);
            }
            assertThat(stage.said.failures()).isGreaterThan(400);
        }
    }

    @ParameterizedTest
    @EnumSource(Account.class)
    void no_success_or_redirect_shows_a_secret_that_it_quotes(Account account) {
        try (Stage stage = new Stage(account)) {
            for (int status : List.of(200, 201, 202, 203, 204, 206, 226, 300, 301, 302, 303, 304, 305, 307, 308, 399)) {
                for (int style = 0; style < STYLES; style += 4) {
                    int chosen = style;
                    stage.server.registry = exchange -> stage.server.quote(exchange, status, chosen + stage.next);
                    stage.call(3);
                    stage.assertNothingShows("status " + status + ", style " + style);
                }
            }
            assertThat(stage.said.failures()).isGreaterThan(100);
        }
    }

    @ParameterizedTest
    @EnumSource(Account.class)
    void no_answer_that_breaks_http_shows_a_secret_that_it_quotes(Account account) {
        List<String> forms = List.of(
                "HTTP/1.1 abc %s\r\n\r\n",
                "HTTP/1.1 200 OK\r\nBad %s Name: x\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: %s\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n%s\r\n",
                "HTTP/1.1 204 %s\r\nContent-Length: 5\r\n\r\n",
                "HTTP/1.1 500 %s\r\nContent-Length: 5000\r\n\r\n%1$s",
                "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n%s",
                "%s\r\n\r\n");
        try (Stage stage = new Stage(account)) {
            for (String form : forms) {
                for (int style = 0; style < 9; style++) {
                    int chosen = style;
                    stage.server.registry = exchange -> stage.server.quoteRaw(exchange, form, chosen);
                    stage.call(3);
                    stage.assertNothingShows(form);
                }
            }
            assertThat(stage.said.failures()).isGreaterThan(100);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Account.class,
            names = {"TOKEN", "IDENTITY"})
    void no_answer_of_a_token_server_shows_a_secret_that_it_quotes(Account account) {
        try (Stage stage = new Stage(account)) {
            Stream.concat(
                            Stream.of(200, 201, 204, 301, 302, 303, 307, 308),
                            Stream.iterate(400, status -> status + 1).limit(112))
                    .forEach(status -> {
                        for (int style = 0; style < 8; style++) {
                            int chosen = status + style;
                            stage.server.desk = exchange -> stage.server.quote(exchange, status, chosen);
                            stage.call(1);
                        }
                        stage.assertNothingShows("token server, status " + status);
                    });
            for (int style = 0; style < 9; style++) {
                int chosen = style;
                stage.server.desk = exchange -> stage.server.quoteRaw(exchange, "HTTP/1.1 %s\r\n\r\n", chosen);
                stage.call(1);
                stage.assertNothingShows("token server that speaks no HTTP");
            }
            assertThat(stage.said.failures()).isGreaterThan(500);
        }
    }

    @ParameterizedTest
    @EnumSource(Account.class)
    void no_lost_connection_shows_a_secret(Account account) {
        try (Stage stage = new Stage(account)) {
            stage.server.registry = Exchange::cut;
            stage.call(stage.kinds());
            stage.server.registry = exchange -> {
                exchange.head(200, 1000, "Content-Type: application/json");
                exchange.send("{\"tags\":[");
                exchange.cut();
            };
            stage.call(stage.kinds());
            stage.server.close();
            stage.call(stage.kinds());
            stage.assertNothingShows("lost connections");
            assertThat(stage.said.failures()).isGreaterThan(20);
        }
    }

    @ParameterizedTest
    @EnumSource(Account.class)
    void no_call_that_is_ended_shows_a_secret(Account account) throws Exception {
        try (Stage stage = new Stage(account)) {
            stage.server.registry = Exchange::hold;
            try (HttpRegistryClient hasty = stage.builder
                    .clock(java.time.Clock.systemUTC())
                    .attemptTimeout(Duration.ofMillis(300))
                    .retries(0)
                    .build()) {
                stage.said.failure(catchThrowable(() -> hasty.getManifest("team/app", "1.0"))); // out of time
            }
            BackgroundCall interrupted = hung(stage);
            interrupted.interrupt();
            stage.said.failure(interrupted.failure());
            BackgroundCall closed = hung(stage);
            stage.client.close();
            stage.said.failure(closed.failure());
            stage.call(1);
            stage.assertNothingShows("ended");
        }
    }

    private static BackgroundCall hung(Stage stage) {
        int before = stage.server.server.exchanges().size();
        BackgroundCall call = BackgroundCall.start(() -> stage.client.getManifest("team/app", "1.0"));
        await().until(() -> stage.server.server.exchanges().stream()
                .skip(before)
                .anyMatch(exchange -> exchange.line().contains("/manifests/1.0")));
        return call;
    }

    @ParameterizedTest
    @EnumSource(Account.class)
    void what_holds_a_secret_does_not_print_it(Account account) {
        try (Stage stage = new Stage(account)) {
            Credentials basic = Credentials.basic("user", account.secret().text());
            CredentialsProvider fixed = CredentialsProvider.fixed(basic);
            stage.said.value(basic);
            stage.said.value(fixed);
            stage.said.value(CredentialsProvider.firstOf(fixed, CredentialsProvider.anonymous()));
            stage.said.value(stage.client.with(basic));
            stage.assertNothingShows("values");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user:%s@registry.example.com",
                "https://%s@registry.example.com",
                "https://user:%s@",
                "user:%s@registry.example.com",
                "https://user:%s@registry.example.com:99999",
                "https://registry.example.com?token=%s",
                "https://registry.example.com/v2/?token=%s",
                "https://registry.example.com#%s",
                "https://user:%s@registry.example.com/ x",
                "ftp://user:%s@registry.example.com",
            })
    void a_secret_in_the_url_of_a_registry_is_refused_and_not_shown(String url) {
        Sentinel secret = Sentinel.token("U");
        try (Said said = new Said()) {
            for (String form : secret.quotes()) {
                Throwable failure = catchThrowable(() -> HttpRegistryClient.builder(String.format(url, form)));
                assertThat(failure).as(url).isNotNull();
                said.failure(failure);
            }
            said.assertNothingOf(List.of(secret), url);
        }
    }

    @Test
    void the_signature_of_an_address_that_a_redirect_leads_to_is_not_shown() {
        Sentinel signature = Sentinel.token("S");
        try (Said said = new Said();
                ScriptedServer storage = new ScriptedServer(exchange -> exchange.reply(
                        403,
                        "<Error><Resource>" + exchange.line() + "</Resource></Error>",
                        "Content-Type: application/xml",
                        "ETag: " + exchange.line()));
                ScriptedServer registry = new ScriptedServer(exchange -> exchange.reply(
                        307, "", "Location: " + storage.url() + "/b?X-Amz-Signature=" + signature.text()));
                HttpRegistryClient client = HttpRegistryClient.builder(registry.url())
                        .listener(said.listener)
                        .retries(0)
                        .build()) {
            said.failure(catchThrowable(() -> client.getManifest("team/app", "1.0")));
            said.failure(catchThrowable(() -> client.openBlob(APP, BLOB)));
            said.failure(catchThrowable(() -> client.listTags(APP).toList()));
            assertThat(storage.exchanges()).hasSize(3);
            said.assertNothingOf(List.of(signature), "redirect");
        }
    }

    /** Without this the rest would prove nothing. */
    @ParameterizedTest
    @EnumSource(Account.class)
    void the_sentinel_is_found_in_all_its_forms_and_reaches_the_server(Account account) {
        assertThat(account.secret().quotes())
                .allSatisfy(quote ->
                        assertThat(account.secret().in("said " + quote + "!")).isNotEmpty());
        try (Stage stage = new Stage(account)) {
            stage.call(1);
            assertThat(stage.server.server.exchanges())
                    .anySatisfy(exchange -> assertThat(account.secret()
                                    .in(exchange.head()
                                            + new String(exchange.body(), java.nio.charset.StandardCharsets.UTF_8)))
                            .isNotEmpty());
        }
    }
}
