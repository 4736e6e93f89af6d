package io.github.registryclient.http.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.DeleteResult.Outcome;
import io.github.registryclient.auth.Credentials;
import io.github.registryclient.error.NotFoundException;
import io.github.registryclient.error.NotPermittedException;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.http.server.Exchange;
import io.github.registryclient.http.server.Samples;
import io.github.registryclient.http.server.ScriptedServer;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A registry that hides from nobody what it has, and never asks who that is: an account's requests do not end as nobody's. */
class HiddenFromNobodyTest {
    private static final RepositoryName APP = RepositoryName.of("team/app");
    private static final RepositoryName MISSING = RepositoryName.of("team/missing");
    private static final String DIGEST = Samples.sha256(Samples.MANIFEST);

    private final ScriptedServer server = new ScriptedServer(this::answer);
    private final HttpRegistryClient client = HttpRegistryClient.builder(server.url())
            .credentials("user", "pass")
            .retries(0)
            .build();
    private volatile String ping = "200 X-None: yes";
    private volatile String laterPing = "";
    private volatile int hidden = 404;

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private void answer(Exchange exchange) throws IOException {
        boolean known = exchange.header("Authorization").isPresent();
        if (exchange.line().equals("GET /v2/")) {
            String[] status = ping.split(" ", 2);
            ping = laterPing.isEmpty() ? ping : laterPing;
            exchange.reply(Integer.parseInt(status[0]), "", status[1]);
        } else if (!known || exchange.line().contains("/missing/")) {
            String code =
                    hidden == 403 ? "DENIED" : exchange.line().contains("tags") ? "NAME_UNKNOWN" : "MANIFEST_UNKNOWN";
            exchange.reply(hidden, Samples.error(code, ""), "Content-Type: application/json");
        } else if (exchange.method().equals("DELETE")) {
            exchange.reply(202, "");
        } else if (exchange.line().contains("/manifests/")) {
            exchange.reply(200, "", "Content-Type: " + Samples.OCI_MANIFEST, "Docker-Content-Digest: " + DIGEST);
        } else {
            exchange.reply(200, "{\"name\":\"team/app\",\"tags\":[\"1.0\"]}");
        }
    }

    private List<String> seen(String method) {
        return server.exchanges().stream()
                .filter(exchange -> exchange.method().equals(method))
                .map(exchange -> exchange.header("Authorization").isPresent() ? "user" : "nobody")
                .collect(Collectors.toList());
    }

    private void assertShown(HttpRegistryClient account) {
        assertThat(account.listTags(APP).toList()).hasSize(1);
        assertThat(account.resolveTags(APP, List.of(Tag.of("1.0"))).dangling()).isEmpty();
        assertThat(account.deleteManifest(APP, Digest.of(DIGEST)).outcome()).isEqualTo(Outcome.DELETED);
        assertThat(account.deleteTag(APP, Tag.of("1.0")).outcome()).isEqualTo(Outcome.DELETED);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404})
    void what_nobody_is_not_shown_is_asked_for_with_the_password(int status) {
        hidden = status;
        if (status == 400) { // zot's, of a repository
            assertThat(client.listTags(APP).toList()).hasSize(1);
        } else {
            assertShown(client);
        }
    }

    @Test
    void a_given_token_proves_it_too() {
        assertShown(client.with(Credentials.bearer("token")));
    }

    @Test
    void where_the_password_was_needed_once_it_is_sent_at_once() {
        assertShown(client);
        assertThat(seen("GET")).containsExactly("nobody", "nobody", "user"); // /v2/ and the tags
        assertThat(seen("HEAD")).isNotEmpty().doesNotContain("nobody");
        assertThat(seen("DELETE")).containsExactly("nobody", "user", "user");
    }

    @Test
    void once_something_is_missing_for_the_account_too_the_password_is_sent_at_once() {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> client.listTags(MISSING).toList()).isInstanceOf(NotFoundException.class);
        }
        assertThat(seen("GET")).containsExactly("nobody", "nobody", "user", "user", "user"); // the first is /v2/
    }

    @Test
    void a_password_that_only_earns_403_is_sent_for_nothing_else() {
        hidden = 403;
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> client.listTags(MISSING).toList()).isInstanceOf(NotPermittedException.class);
        }
        assertThat(seen("GET")).containsExactly("nobody", "nobody", "user", "nobody", "user");
    }

    @ParameterizedTest
    @ValueSource(strings = {"404 X-Ingress: yes", "403 X-Ingress: yes", "302 Location: http://login.invalid/"})
    void an_unclear_ping_is_asked_again_before_a_refusal_is_believed(String unclear) {
        ping = unclear;
        laterPing = "200 WWW-Authenticate: Basic realm=\"r\"";
        assertShown(client);
        assertThat(seen("GET")).startsWith("nobody", "nobody", "nobody", "user");
        assertThat(seen("DELETE")).doesNotContain("nobody");
    }

    @ParameterizedTest
    @ValueSource(strings = {"404 X-Ingress: yes", "200 X-None: yes"})
    void where_the_account_is_told_the_same_it_is_believed(String unclear) {
        ping = unclear;
        assertThatThrownBy(() -> client.listTags(MISSING).toList()).isInstanceOf(NotFoundException.class);
        assertThat(client.deleteManifest(MISSING, Digest.of(DIGEST)).outcome()).isEqualTo(Outcome.ALREADY_GONE);
        hidden = 403;
        assertThatThrownBy(() -> client.listTags(MISSING).toList()).isInstanceOf(NotPermittedException.class);
    }
}
