package io.github.registryclient.http.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.DeleteResult.Outcome;
import io.github.registryclient.auth.Credentials;
import io.github.registryclient.auth.CredentialsProvider;
import io.github.registryclient.error.TagMovedException;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.http.server.Exchange;
import io.github.registryclient.http.server.Samples;
import io.github.registryclient.http.server.ScriptedServer;
import io.github.registryclient.name.RepositoryName;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A tag that somebody pushes while its deletion is refused for now is theirs, and stays. */
class TagMovedTest {
    private static final String DOOMED = Samples.sha256("doomed");
    private static final String PUSHED = Samples.sha256("pushed");

    /** Why the first DELETE is not taken. */
    enum Refusal {
        TOO_MANY_REQUESTS,
        TOKEN_ENDED,
        PASSWORD_REFUSED_ONCE
    }

    private volatile Refusal refusal = Refusal.TOO_MANY_REQUESTS;
    private volatile String pushedNext = "";
    private volatile String pointsTo = DOOMED;
    private final AtomicInteger deletions = new AtomicInteger();
    private final AtomicInteger tokens = new AtomicInteger();
    private final PlayedTime time = new PlayedTime();
    private final ScriptedServer server = new ScriptedServer(this::answer);

    @AfterEach
    void stop() {
        server.close();
    }

    private void answer(Exchange exchange) throws IOException {
        if (exchange.line().startsWith("GET /token")) {
            exchange.reply(200, "{\"token\":\"t" + tokens.incrementAndGet() + "\",\"expires_in\":300}");
        } else if (exchange.header("Authorization").isEmpty()) {
            exchange.reply(401, "", challenge());
        } else if (exchange.method().equals("DELETE")) {
            delete(exchange);
        } else if (exchange.line().contains("sha256:")) {
            show(exchange, exchange.line().replaceAll(".*/| .*", ""));
        } else if (pointsTo.isEmpty()) {
            exchange.reply(404, Samples.error("MANIFEST_UNKNOWN", ""), "Content-Type: application/json");
        } else {
            show(exchange, pointsTo);
        }
    }

    private static void show(Exchange exchange, String digest) throws IOException {
        exchange.reply(200, "", "Docker-Content-Digest: " + digest, "Content-Type: " + Samples.OCI_MANIFEST);
    }

    private String challenge() {
        return refusal == Refusal.PASSWORD_REFUSED_ONCE
                ? "WWW-Authenticate: Basic realm=\"r\""
                : "WWW-Authenticate: Bearer realm=\"" + server.url()
                        + "/token\",service=\"s\",scope=\"repository:team/app:delete,pull\"";
    }

    /** The first is refused, and while it is, the tag is pushed. */
    private void delete(Exchange exchange) throws IOException {
        if (deletions.incrementAndGet() > 1) {
            exchange.reply(202, "");
            return;
        }
        pointsTo = pushedNext;
        time.pass(Duration.ofMinutes(2)); // the token is not new any more
        if (refusal == Refusal.TOO_MANY_REQUESTS) {
            exchange.reply(429, "");
        } else {
            exchange.reply(401, "", challenge());
        }
    }

    private HttpRegistryClient client() {
        return HttpRegistryClient.builder(server.url())
                .clock(time)
                .pauses(time)
                .credentials(new Renewed())
                .build();
    }

    /** A password that is another one after it was refused. */
    private static final class Renewed implements CredentialsProvider {
        @Override
        public Credentials credentials(String host, Optional<RepositoryName> repository) {
            return Credentials.basic("user", "password");
        }

        @Override
        public Credentials refresh(String host, Optional<RepositoryName> repository, Credentials refused) {
            return Credentials.basic("user", "newer password");
        }
    }

    private List<String> seen() {
        return server.exchanges().stream()
                .map(Exchange::line)
                .filter(line -> line.endsWith("manifests/1.0"))
                .collect(Collectors.toList());
    }

    @ParameterizedTest
    @EnumSource
    void it_is_not_deleted_and_both_digests_are_said(Refusal why) {
        refusal = why;
        pushedNext = PUSHED;
        try (HttpRegistryClient client = client()) {
            assertThatThrownBy(() -> client.deleteTag("team/app", "1.0"))
                    .isInstanceOfSatisfying(TagMovedException.class, moved -> {
                        assertThat(moved.before()).isEqualTo(DOOMED);
                        assertThat(moved.now()).isEqualTo(PUSHED);
                    })
                    .hasMessageContaining("nothing was deleted");
        }
        assertThat(deletions).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource
    void one_that_did_not_move_is_looked_at_and_goes(Refusal why) {
        refusal = why;
        pushedNext = DOOMED;
        try (HttpRegistryClient client = client()) {
            assertThat(client.deleteTag("team/app", "1.0").outcome()).isEqualTo(Outcome.DELETED);
        }
        String look = "HEAD /v2/team/app/manifests/1.0";
        String delete = "DELETE /v2/team/app/manifests/1.0";
        assertThat(seen()).endsWith(look, delete, look, delete);
    }

    @ParameterizedTest
    @EnumSource
    void one_that_shows_nothing_any_more_goes_too(Refusal why) {
        refusal = why;
        pushedNext = "";
        try (HttpRegistryClient client = client()) {
            assertThat(client.deleteTag("team/app", "1.0").outcome()).isEqualTo(Outcome.DELETED);
        }
        assertThat(deletions).hasValue(2);
    }
}
