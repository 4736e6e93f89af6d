package io.github.registryclient.http.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.DeleteResult.Outcome;
import io.github.registryclient.auth.Credentials;
import io.github.registryclient.error.TagMovedException;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.http.HttpRegistryClientBuilder;
import io.github.registryclient.http.retry.PlayedTime;
import io.github.registryclient.http.server.Exchange;
import io.github.registryclient.http.server.Samples;
import io.github.registryclient.name.RepositoryName;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Between the look at a tag and its DELETE lie credentials and tokens: whoever pushes while they come keeps the push. */
class LateCredentialsTest {
    private static final String DOOMED = Samples.sha256("doomed");
    private static final String PUSHED = Samples.sha256("pushed");
    private static final String LOOK = "HEAD /v2/team/app/manifests/1.0";
    private static final String DELETE = "DELETE /v2/team/app/manifests/1.0";

    /** What takes its time between the two. */
    enum Late {
        TOKEN_FOR_DELETING,
        TOKEN_FOR_A_NEW_PASSWORD,
        PROVIDER
    }

    private final PlayedTime time = new PlayedTime();
    private final PlayedTokenRegistry registry = new PlayedTokenRegistry();
    private Late late = Late.PROVIDER;
    private String pushedMeanwhile = PUSHED;
    private volatile String pointsTo = DOOMED;
    private volatile boolean looked;
    private final AtomicInteger refusals = new AtomicInteger(2);

    @AfterEach
    void stop() {
        registry.close();
    }

    private HttpRegistryClient client() {
        registry.before = this::shows;
        registry.desk = this::grant;
        HttpRegistryClientBuilder builder =
                HttpRegistryClient.builder(registry.url()).clock(time).pauses(time);
        HttpRegistryClient client = (late == Late.TOKEN_FOR_DELETING ? builder.minimalScopes() : builder)
                .credentials(this::credentials)
                .build();
        assertThat(client.deleteTag("other", "1.0").outcome()).isEqualTo(Outcome.DELETED); // what a first call learns
        looked = false;
        return client;
    }

    private boolean shows(Exchange exchange, String token) throws IOException {
        boolean isLook = exchange.method().equals("HEAD") && registry.tokens.containsKey(token);
        if (isLook) {
            looked = true;
            String digest =
                    exchange.line().contains("sha256:") ? exchange.line().replaceAll(".*/", "") : pointsTo;
            exchange.reply(200, "", "Content-Type: " + Samples.OCI_MANIFEST, "Docker-Content-Digest: " + digest);
        }
        return isLook;
    }

    private void grant(Exchange exchange, String account, List<String> scopes) throws IOException {
        boolean awaited = scopes.toString().contains("team/app")
                && (late == Late.TOKEN_FOR_DELETING && scopes.toString().contains("delete")
                        || late == Late.TOKEN_FOR_A_NEW_PASSWORD && account.endsWith(":new"));
        if (awaited && refusals.getAndDecrement() > 0) {
            pointsTo = pushedMeanwhile;
            exchange.reply(503, "", "Retry-After: 2");
        } else {
            registry.grant(exchange, scopes, "");
        }
    }

    private Credentials credentials(String host, Optional<RepositoryName> repository) {
        boolean between = looked
                && repository.filter(RepositoryName.of("team/app")::equals).isPresent();
        if (between && late == Late.PROVIDER) {
            pointsTo = pushedMeanwhile;
            time.pass(Duration.ofSeconds(3));
        }
        return Credentials.basic("user", between && late == Late.TOKEN_FOR_A_NEW_PASSWORD ? "new" : "old");
    }

    @ParameterizedTest
    @EnumSource
    void what_was_pushed_meanwhile_stays(Late what) {
        late = what;
        try (HttpRegistryClient client = client()) {
            assertThatThrownBy(() -> client.deleteTag("team/app", "1.0"))
                    .isInstanceOfSatisfying(TagMovedException.class, moved -> {
                        assertThat(moved.before()).isEqualTo(DOOMED);
                        assertThat(moved.now()).isEqualTo(PUSHED);
                    })
                    .hasMessageContaining("waited for credentials");
        }
        assertThat(registry.seen).noneMatch(line -> line.startsWith(DELETE));
    }

    @ParameterizedTest
    @EnumSource
    void a_tag_that_did_not_move_goes_after_a_second_look(Late what) {
        late = what;
        pushedMeanwhile = DOOMED;
        try (HttpRegistryClient client = client()) {
            assertThat(client.deleteTag("team/app", "1.0").outcome()).isEqualTo(Outcome.DELETED);
        }
        assertThat(registry.seen)
                .extracting(line -> line.replaceAll(" t\\d+$", ""))
                .containsSubsequence(LOOK, LOOK, DELETE)
                .containsOnlyOnce(DELETE);
    }
}
