package io.github.registryclient.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.DeleteResult.Outcome;
import io.github.registryclient.auth.Credentials;
import io.github.registryclient.auth.CredentialsProvider;
import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.error.NotPermittedException;
import io.github.registryclient.http.server.Exchange;
import io.github.registryclient.http.server.Samples;
import io.github.registryclient.http.server.ScriptedServer;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Basic credentials: sent when asked for, from then on unasked, renewed once after a refusal. */
class BasicAuthTest {
    private static final String BLOB = Samples.sha256("blob");

    private final AtomicReference<String> accepted = new AtomicReference<>("user:pass");
    private final AtomicReference<String> challenge = new AtomicReference<>("WWW-Authenticate: Basic realm=\"r\"");
    private final ScriptedServer server = new ScriptedServer(exchange -> {
        if (sent(exchange).equals(accepted.get())) {
            exchange.reply(200, "blob");
        } else {
            exchange.reply(401, Samples.error("UNAUTHORIZED", "who are you"), challenge.get());
        }
    });
    private final List<String> asked = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        server.close();
    }

    private static String sent(Exchange exchange) {
        return exchange.header("Authorization")
                .map(value -> new String(Base64.getDecoder().decode(value.substring("Basic ".length())), UTF_8))
                .orElse("");
    }

    private List<String> sent() {
        return server.exchanges().stream().map(BasicAuthTest::sent).collect(Collectors.toList());
    }

    private static void read(HttpRegistryClient client) {
        client.findBlobSize(RepositoryName.of("team/app"), Digest.of(BLOB));
    }

    @Test
    void a_provider_that_gives_null_is_named() {
        try (HttpRegistryClient client = client((host, repository) -> null)) {
            assertThatThrownBy(() -> read(client))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContainingAll(BasicAuthTest.class.getName(), "Credentials.anonymous()");
        }
    }

    private HttpRegistryClient client(CredentialsProvider provider) {
        return HttpRegistryClient.builder(server.url())
                .retries(0)
                .credentials(provider)
                .build();
    }

    @Test
    void credentials_are_sent_when_asked_for_and_from_then_on_unasked() {
        try (HttpRegistryClient client = HttpRegistryClient.builder(server.url())
                .retries(0)
                .credentials("user", "pass")
                .build()) {
            read(client);
            read(client);
        }
        assertThat(sent()).containsExactly("", "user:pass", "user:pass");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "manifest", "UNKNOWN"})
    void what_is_missing_is_so_with_a_password_that_is_a_word_of_the_code(String password) {
        RepositoryName app = RepositoryName.of("team/app");
        ScriptedServer.Script missing = exchange -> exchange.reply(
                sent(exchange).isEmpty() ? 401 : 404,
                exchange.method().equals("HEAD") ? "" : Samples.error("MANIFEST_UNKNOWN", ""),
                challenge.get());
        try (ScriptedServer registry = new ScriptedServer(missing);
                HttpRegistryClient client = HttpRegistryClient.builder(registry.url())
                        .retries(0)
                        .credentials("user", password)
                        .build()) {
            assertThat(client.resolveTags(app, List.of(Tag.of("1.0"))).dangling())
                    .hasSize(1);
            assertThat(client.deleteManifest(app, Digest.of(BLOB)).outcome()).isEqualTo(Outcome.ALREADY_GONE);
        }
    }

    @Test
    void letters_beyond_ascii_go_as_utf8() {
        accepted.set("jürgen:pä€:x");
        try (HttpRegistryClient client = HttpRegistryClient.builder(server.url())
                .retries(0)
                .credentials("jürgen", "pä€:x")
                .build()) {
            read(client);
        }
        assertThat(sent()).last().isEqualTo("jürgen:pä€:x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WWW-Authenticate: basic realm=r",
                "WWW-Authenticate: Bearer realm=\"https://t.invalid/\",service=\"s\"\r\nWWW-Authenticate: Basic realm=\"r\"",
                "WWW-Authenticate: Bearer realm=\"https://t.invalid/\",service=\"s\",Basic realm=\"r\"",
                "www-authenticate: BASIC",
            })
    void basic_is_found_among_the_challenges(String header) {
        challenge.set(header);
        try (HttpRegistryClient client = HttpRegistryClient.builder(server.url())
                .retries(0)
                .credentials("user", "pass")
                .build()) {
            read(client);
        }
        assertThat(sent()).containsExactly("", "user:pass");
    }

    @ParameterizedTest
    @ValueSource(strings = {"WWW-Authenticate: Bearer", "X-None: x", "WWW-Authenticate: basically"})
    void without_a_basic_challenge_nothing_is_sent(String header) {
        challenge.set(header);
        try (HttpRegistryClient client = HttpRegistryClient.builder(server.url())
                .retries(0)
                .credentials("user", "pass")
                .build()) {
            assertThatThrownBy(() -> read(client)).isInstanceOf(NotPermittedException.class);
        }
        assertThat(sent()).containsOnly("");
    }

    @Test
    void wrong_credentials_are_sent_once() {
        try (HttpRegistryClient client = HttpRegistryClient.builder(server.url())
                .retries(0)
                .credentials("user", "wrong")
                .build()) {
            assertThatThrownBy(() -> read(client))
                    .isInstanceOf(NotPermittedException.class)
                    .hasMessageNotContaining("wrong");
        }
        assertThat(sent()).containsExactly("", "user:wrong");
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void a_token_is_never_sent_as_a_password(Credentials token) {
        try (HttpRegistryClient client = client(CredentialsProvider.fixed(token))) {
            assertThatThrownBy(() -> read(client)).isInstanceOf(NotPermittedException.class);
        }
        assertThat(sent()).containsOnly("");
    }

    static List<Credentials> tokens() {
        return List.of(Credentials.identityToken("user", "t0ken"), Credentials.bearer("t0ken"));
    }

    @Test
    void credentials_that_expired_before_the_first_call_are_renewed() {
        accepted.set("user:2");
        try (HttpRegistryClient client = client(new Rotating())) {
            read(client);
        }
        assertThat(sent()).containsExactly("", "user:1", "user:2");
        assertThat(asked).containsExactly("get", "refresh user:***");
    }

    @Test
    void credentials_that_expire_later_are_renewed_once_and_then_given_up() {
        accepted.set("user:1");
        try (HttpRegistryClient client = client(new Rotating())) {
            read(client);
            accepted.set("user:3");
            assertThatThrownBy(() -> read(client)).isInstanceOf(NotPermittedException.class);
        }
        assertThat(sent()).containsExactly("", "user:1", "user:1", "user:2");
    }

    @Test
    void the_provider_is_asked_with_host_and_repository() {
        try (HttpRegistryClient client = client((host, repository) -> {
            asked.add(host + " " + repository.map(RepositoryName::toString).orElse("-"));
            return Credentials.basic("user", "pass");
        })) {
            read(client);
        }
        assertThat(asked).containsExactly("127.0.0.1:" + server.port() + " team/app");
    }

    /** Gives user:1, and after a refusal user:2. */
    private final class Rotating implements CredentialsProvider {
        @Override
        public Credentials credentials(String host, Optional<RepositoryName> repository) {
            asked.add("get");
            return Credentials.basic("user", "1");
        }

        @Override
        public Credentials refresh(String host, Optional<RepositoryName> repository, Credentials refused) {
            asked.add("refresh " + refused);
            return Credentials.basic("user", "2");
        }
    }
}
