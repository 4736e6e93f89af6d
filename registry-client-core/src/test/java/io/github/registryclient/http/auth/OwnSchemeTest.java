package io.github.registryclient.http.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.registryclient.DeleteResult.Outcome;
import io.github.registryclient.auth.AuthRequest;
import io.github.registryclient.auth.AuthScheme;
import io.github.registryclient.auth.Credentials;
import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.error.NotPermittedException;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.http.HttpRegistryClientBuilder;
import io.github.registryclient.http.ProxySettings;
import io.github.registryclient.http.server.Exchange;
import io.github.registryclient.http.server.Samples;
import io.github.registryclient.http.server.ScriptedServer;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A scheme of the caller's own: asked for every request once the registry has named it, and guarded as other credentials. */
class OwnSchemeTest {
    private static final String SECRET = "5ecre7-51gn4tur3";

    private final List<AuthRequest> asked = new CopyOnWriteArrayList<>();
    private final RepositoryName app = RepositoryName.of("team/app");
    private final Digest blob = Digest.of(Samples.sha256("blob"));
    private String challenge = "sIGNED realm=\"gate\", Nonce=n1";
    private String accepted = "n1";
    private ScriptedServer.Script answer = OwnSchemeTest::show;
    private final ScriptedServer registry = new ScriptedServer(this::judge);

    @AfterEach
    void stop() {
        registry.close();
    }

    private void judge(Exchange exchange) throws IOException {
        if (exchange.header("Authorization").orElse("").endsWith(accepted)) {
            answer.serve(exchange);
        } else {
            exchange.reply(401, Samples.error("UNAUTHORIZED", ""), "WWW-Authenticate: " + challenge);
        }
    }

    private static void show(Exchange exchange) throws IOException {
        exchange.reply(200, "{\"tags\":[\"1.0\"]}", "Content-Type: application/json");
    }

    private AuthScheme scheme(Function<AuthRequest, Optional<String>> says) {
        return new AuthScheme() {
            @Override
            public String name() {
                return "Signed";
            }

            @Override
            public Optional<String> authorization(AuthRequest request) {
                asked.add(request);
                return says.apply(request);
            }
        };
    }

    private AuthScheme signing() {
        return scheme(request -> Optional.of("Signed signature=\"" + SECRET + "\", nonce="
                + request.parameters().get("nonce")));
    }

    private HttpRegistryClient client(AuthScheme scheme) {
        return HttpRegistryClient.builder(registry.url()).authScheme(scheme).build();
    }

    private List<String> lines(boolean authorized) {
        return registry.exchanges().stream()
                .filter(exchange -> exchange.header("Authorization").isPresent() == authorized)
                .map(Exchange::line)
                .collect(Collectors.toList());
    }

    @Test
    void it_is_asked_for_every_request_once_the_registry_has_named_it() {
        try (HttpRegistryClient client = client(signing())) {
            assertThat(client.listTags(app).toList()).containsExactly(Tag.of("1.0"));
            client.findBlobSize(app, blob);
        }
        assertThat(lines(false)).containsExactly("GET /v2/");
        assertThat(lines(true)).containsExactly("GET /v2/team/app/tags/list", "HEAD /v2/team/app/blobs/" + blob);
        AuthRequest first = asked.get(0);
        assertThat(first.method()).isEqualTo("GET");
        assertThat(first.uri()).hasToString(registry.url() + "/v2/team/app/tags/list");
        assertThat(first.host()).isEqualTo("127.0.0.1:" + registry.port());
        assertThat(first.repository()).contains(app);
        assertThat(first.parameters()).containsEntry("realm", "gate").containsEntry("nonce", "n1");
        assertThat(asked).hasSize(2).noneMatch(AuthRequest::isRefused);
    }

    @Test
    void a_token68_of_the_challenge_reaches_it() {
        challenge = "Signed b2Zmc2V0Cg==";
        try (HttpRegistryClient client = client(scheme(request -> Optional.of("Signed n1")))) {
            client.listTags(app).toList();
        }
        assertThat(asked).singleElement().matches(request -> request.token68().equals("b2Zmc2V0Cg=="));
    }

    @Test
    void a_refusal_is_answered_once_with_what_the_new_challenge_says() {
        try (HttpRegistryClient client = client(signing())) {
            client.listTags(app).toList();
            challenge = "Signed nonce=n2";
            accepted = "n2";
            assertThat(client.listTags(app).toList()).containsExactly(Tag.of("1.0"));
            assertThat(client.listTags(app).toList()).containsExactly(Tag.of("1.0"));
        }
        assertThat(asked).extracting(AuthRequest::isRefused).containsExactly(false, false, true, false);
        assertThat(asked)
                .last()
                .matches(request -> "n2".equals(request.parameters().get("nonce")));
    }

    @Test
    void who_is_refused_twice_is_refused() {
        accepted = "never";
        try (HttpRegistryClient client = client(signing())) {
            assertThatThrownBy(() -> client.listTags(app).toList()).isInstanceOf(NotPermittedException.class);
        }
        assertThat(lines(true)).hasSize(2);
    }

    @Test
    void one_that_says_nothing_sends_nothing() {
        try (HttpRegistryClient client = client(scheme(request -> Optional.empty()))) {
            assertThatThrownBy(() -> client.listTags(app).toList()).isInstanceOf(NotPermittedException.class);
        }
        assertThat(lines(true)).isEmpty();
    }

    @Test
    void one_that_the_registry_did_not_name_is_not_asked_and_no_token_is_fetched_for_it() {
        challenge = "Bearer realm=\"" + registry.url() + "/token\",service=\"s\", Basic realm=\"r\"";
        try (HttpRegistryClient client = client(signing())) {
            assertThatThrownBy(() -> client.listTags(app).toList()).isInstanceOf(NotPermittedException.class);
        }
        assertThat(asked).isEmpty();
        assertThat(lines(false)).noneMatch(line -> line.contains("/token"));
    }

    @Test
    void one_called_bearer_takes_the_place_of_tokens() {
        challenge = "Bearer realm=\"" + registry.url() + "/token\",service=\"s\",scope=\"repository:team/app:pull\"";
        AuthScheme own = new AuthScheme() {
            @Override
            public String name() {
                return "Bearer";
            }

            @Override
            public Optional<String> authorization(AuthRequest request) {
                asked.add(request);
                return Optional.of("Bearer n1");
            }
        };
        try (HttpRegistryClient client = client(own)) {
            assertThat(client.listTags(app).toList()).containsExactly(Tag.of("1.0"));
        }
        assertThat(registry.exchanges()).noneMatch(exchange -> exchange.line().contains("/token"));
        assertThat(asked).last().matches(request -> request.parameters().containsKey("scope"));
    }

    @Test
    void one_that_goes_unasked_needs_no_challenge() {
        AuthScheme unasked = new AuthScheme() {
            @Override
            public String name() {
                return "Signed";
            }

            @Override
            public Optional<String> authorization(AuthRequest request) {
                asked.add(request);
                return Optional.of("Signed n1");
            }

            @Override
            public boolean isUnasked() {
                return true;
            }
        };
        try (ScriptedServer silent = new ScriptedServer(exchange -> {
                    if (exchange.header("Authorization").isPresent()) {
                        show(exchange);
                    } else {
                        exchange.reply(
                                403, "<Error><Code>AccessDenied</Code></Error>", "Content-Type: application/xml");
                    }
                });
                HttpRegistryClient client = HttpRegistryClient.builder(silent.url())
                        .authScheme(unasked)
                        .build()) {
            assertThat(client.listTags(app).toList()).containsExactly(Tag.of("1.0"));
        }
        assertThat(asked)
                .singleElement()
                .matches(request -> request.parameters().isEmpty());
    }

    @Test
    void a_view_for_another_account_does_not_use_it() {
        try (HttpRegistryClient client = client(signing())) {
            client.listTags(app).toList();
            assertThatThrownBy(() ->
                            client.with(Credentials.anonymous()).listTags(app).toList())
                    .isInstanceOf(NotPermittedException.class);
        }
        assertThat(asked).hasSize(1);
    }

    @Test
    void what_it_says_goes_to_no_other_origin() {
        try (ScriptedServer storage = new ScriptedServer(
                        exchange -> exchange.reply(200, Samples.MANIFEST, "Content-Type: " + Samples.OCI_MANIFEST));
                HttpRegistryClient client = client(signing())) {
            answer = exchange -> exchange.reply(307, "", "Location: " + storage.url() + "/store/manifest");
            assertThat(client.getManifest(app, Tag.of("1.0")).digest()).hasToString(Samples.sha256(Samples.MANIFEST));
            assertThat(storage.exchanges())
                    .singleElement()
                    .matches(exchange -> !exchange.head().contains("Authorization")
                            && !exchange.head().contains(SECRET));
        }
    }

    @Test
    void over_plain_http_to_another_host_it_is_not_even_asked() {
        HttpRegistryClientBuilder builder = HttpRegistryClient.builder("http://registry.example")
                .proxy(ProxySettings.of("127.0.0.1", registry.port()))
                .authScheme(signing());
        try (HttpRegistryClient client = builder.build()) {
            assertThatThrownBy(() -> client.listTags(app).toList())
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("allowPlainHttpCredentials");
        }
        assertThat(asked).isEmpty();
        try (HttpRegistryClient client = builder.allowPlainHttpCredentials().build()) {
            assertThat(client.listTags(app).toList()).containsExactly(Tag.of("1.0"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " Signed x", "Signed x ", "Signed 5ecre7\r\nX: y", "Signed 5ecre7\u0000", "Signed é"})
    void what_cannot_be_sent_is_refused_and_not_shown(String value) {
        try (HttpRegistryClient client = client(scheme(request -> Optional.of(value)))) {
            assertThatThrownBy(() -> client.listTags(app).toList())
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("cannot be sent")
                    .hasMessageNotContaining("5ecre7");
        }
        assertThat(lines(true)).isEmpty();
    }

    @Test
    void one_made_anew_for_each_request_is_the_same_account() {
        answer = ScriptedServer.showingManifest(exchange -> exchange.reply(202, ""));
        try (HttpRegistryClient client = HttpRegistryClient.builder(registry.url())
                .credentials((host, repository) -> Credentials.scheme(signing()))
                .build()) {
            assertThat(client.deleteTag(app, Tag.of("1.0")).outcome()).isEqualTo(Outcome.DELETED);
        }
    }

    @Test
    void one_that_says_null_is_refused() {
        try (HttpRegistryClient client = client(scheme(request -> null))) {
            assertThatThrownBy(() -> client.listTags(app).toList())
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("null");
        }
    }

    @Test
    void what_it_throws_ends_the_call() {
        IllegalStateException failure = new IllegalStateException("no ticket");
        try (HttpRegistryClient client = client(scheme(request -> {
            throw failure;
        }))) {
            assertThatThrownBy(() -> client.listTags(app).toList()).isSameAs(failure);
        }
        assertThat(lines(true)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 500})
    void it_is_not_shown_where_the_registry_quotes_it(int status) {
        answer = exchange -> exchange.reply(
                status,
                Samples.error("UNKNOWN", "no such " + SECRET),
                "Content-Type: application/json",
                "WWW-Authenticate: Signed nonce=n1");
        HttpRegistryClientBuilder builder =
                HttpRegistryClient.builder(registry.url()).retries(0).authScheme(signing());
        try (HttpRegistryClient client = builder.build()) {
            Throwable failure = catchThrowable(() -> client.listTags(app).toList());
            StringWriter all = new StringWriter();
            failure.printStackTrace(new PrintWriter(all));
            assertThat(List.of(all, client, builder, asked).toString())
                    .contains("no such")
                    .doesNotContain(SECRET);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a,b", "a\r\n", "ä"})
    void a_name_that_none_can_have_is_refused(String name) {
        AuthScheme named = new AuthScheme() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Optional<String> authorization(AuthRequest request) {
                return Optional.empty();
            }
        };
        assertThatThrownBy(() -> Credentials.scheme(named)).isInstanceOf(InvalidInputException.class);
    }
}
