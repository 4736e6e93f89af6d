package io.github.registryclient.http.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.DeleteResult.Outcome;
import io.github.registryclient.auth.Credentials;
import io.github.registryclient.auth.CredentialsProvider;
import io.github.registryclient.error.IncompleteListingException;
import io.github.registryclient.error.InvalidResponseException;
import io.github.registryclient.error.RequestFailedException;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.http.retry.PlayedTime;
import io.github.registryclient.http.server.Exchange;
import io.github.registryclient.http.server.Samples;
import io.github.registryclient.http.server.ScriptedServer;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Somebody logs out, or in as another, between two requests of one call, at a registry that hides what an account may not see. */
class ChangedAccountTest {
    private static final Credentials ALICE = Credentials.basic("alice", "pass");
    private static final RepositoryName APP = RepositoryName.of("team/app");
    private static final String DIGEST = Samples.sha256(Samples.MANIFEST);
    private static final String CHALLENGE = "WWW-Authenticate: Basic realm=\"r\"";

    private final PlayedTime time = new PlayedTime();
    private final ScriptedServer server = new ScriptedServer(this::answer);
    private volatile Credentials given = ALICE;
    private volatile Credentials refreshed = ALICE;
    private volatile Credentials after = ALICE;
    private volatile String passwordRefused = "none";
    private volatile int deletion = 202;
    private final HttpRegistryClient client = HttpRegistryClient.builder(server.url())
            .clock(time)
            .pauses(time)
            .credentials(new Logins())
            .build();

    /** What is logged in just now. */
    private final class Logins implements CredentialsProvider {
        @Override
        public Credentials credentials(String host, Optional<RepositoryName> repository) {
            return given;
        }

        @Override
        public Credentials refresh(String host, Optional<RepositoryName> repository, Credentials refused) {
            return refreshed;
        }
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private void answer(Exchange exchange) throws IOException {
        String account = account(exchange);
        String path = exchange.line().replaceAll("^\\S+ ", "");
        if (path.equals("/v2/")) {
            exchange.reply(200, "{}", CHALLENGE);
        } else if (account.equals(passwordRefused)) {
            exchange.reply(401, "", CHALLENGE);
        } else if (exchange.method().equals("DELETE")) {
            given = after;
            exchange.reply(deletion, deletion == 404 ? Samples.error("MANIFEST_UNKNOWN", "") : "");
        } else if (path.contains("/manifests/")) {
            showManifest(exchange, account);
        } else {
            exchange.reply(200, page(path, account.startsWith("alice:")), link(path));
            given = after;
        }
    }

    /** Nobody but alice sees anything in the middle of the second page. */
    private static String page(String path, boolean isAlice) {
        String names = path.contains("last=") ? isAlice ? "\"c\",\"d\"" : "\"d\"" : "\"a\",\"b\"";
        return "{\"repositories\":[" + names + "],\"tags\":[" + names + "]}";
    }

    private static String link(String path) {
        return path.contains("last=")
                ? "X: y"
                : "Link: <" + path.replaceAll("\\?.*", "") + "?n=2&last=b>; rel=\"next\"";
    }

    private static void showManifest(Exchange exchange, String account) throws IOException {
        if (account.startsWith("alice:")) {
            exchange.reply(200, "", "Content-Type: " + Samples.OCI_MANIFEST, "Docker-Content-Digest: " + DIGEST);
        } else {
            exchange.reply(404, Samples.error("MANIFEST_UNKNOWN", ""), "Content-Type: application/json");
        }
    }

    private static String account(Exchange exchange) {
        return exchange.header("Authorization")
                .filter(value -> value.startsWith("Basic "))
                .map(value -> new String(Base64.getDecoder().decode(value.substring(6)), UTF_8))
                .orElse("nobody");
    }

    static Stream<Credentials> others() {
        return Stream.of(Credentials.anonymous(), Credentials.basic("bob", "pass"), Credentials.bearer("token"));
    }

    @ParameterizedTest
    @MethodSource("others")
    void a_listing_of_two_accounts_is_none(Credentials other) {
        after = other;
        assertThatThrownBy(() -> client.listRepositories().toList())
                .isInstanceOf(IncompleteListingException.class)
                .hasMessageContainingAll("account changed", "alice", other.toString());
        given = ALICE;
        assertThatThrownBy(() -> client.listTags(APP).toList()).isInstanceOf(IncompleteListingException.class);
    }

    @Test
    void another_account_after_a_refusal_is_another_account() {
        refreshed = Credentials.basic("bob", "pass");
        after = Credentials.basic("alice", "expired");
        passwordRefused = "alice:expired";
        assertThatThrownBy(() -> client.listRepositories().toList()).isInstanceOf(IncompleteListingException.class);
    }

    @Test
    void a_new_password_is_the_same_account() {
        after = Credentials.basic("alice", "new");
        assertThat(client.listTags(APP).toList()).hasSize(4);
    }

    @Test
    void who_is_refused_at_first_may_be_another_one_throughout() {
        passwordRefused = "alice:pass";
        refreshed = Credentials.basic("alice2", "pass");
        assertThat(client.listRepositories().toList()).hasSize(3);
    }

    @Test
    void each_iteration_is_an_account_of_its_own() {
        var listing = client.listTags(APP);
        assertThat(listing.toList()).hasSize(4);
        after = Credentials.anonymous();
        given = after;
        assertThat(listing.toList()).hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("others")
    void a_look_of_another_account_after_an_unclear_deletion_does_not_say_gone(Credentials other) {
        deletion = 502;
        after = other;
        assertThatThrownBy(() -> client.deleteManifest(APP, Digest.of(DIGEST)))
                .isInstanceOf(RequestFailedException.class)
                .hasMessageContaining("502");
    }

    @ParameterizedTest
    @MethodSource("others")
    void gone_is_not_believed_of_another_account(Credentials other) {
        deletion = 404;
        after = other;
        assertThatThrownBy(() -> client.deleteManifest(APP, Digest.of(DIGEST)))
                .isInstanceOf(InvalidResponseException.class);
        given = ALICE;
        assertThatThrownBy(() -> client.deleteTag(APP, Tag.of("1.0"))).isInstanceOf(InvalidResponseException.class);
    }

    @Test
    void a_deletion_that_was_accepted_is_told_whoever_looks_then() {
        after = Credentials.anonymous();
        assertThat(client.deleteManifest(APP, Digest.of(DIGEST)).outcome()).isEqualTo(Outcome.DELETED);
        given = ALICE;
        assertThat(client.deleteTag(APP, Tag.of("1.0")).outcome()).isEqualTo(Outcome.ACCEPTED_PARTIALLY);
    }

    @Test
    void tags_are_resolved_by_one_account() {
        try (HttpRegistryClient alone = HttpRegistryClient.builder(server.url())
                .concurrency(1)
                .credentials((host, repository) -> server.exchanges().size() > 2 ? Credentials.anonymous() : ALICE)
                .build()) {
            assertThatThrownBy(() -> alone.resolveTags(APP, List.of(Tag.of("1"), Tag.of("2"), Tag.of("3"))))
                    .isInstanceOf(InvalidResponseException.class);
        }
    }
}
