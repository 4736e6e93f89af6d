package io.github.registryclient.testkit.registry.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.MovableClock;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import io.github.registryclient.testkit.tls.CertificateAuthority;
import io.github.registryclient.testkit.tokenserver.Call;
import io.github.registryclient.testkit.tokenserver.TokenManner;
import io.github.registryclient.testkit.tokenserver.TokenServer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Token server and embedded registry together, as a client meets them. */
class TokenAdmissionTest {
    private final MovableClock clock = MovableClock.at(Instant.parse("2026-03-01T10:00:00Z"));
    private final TokenServer tokens = TokenServer.builder()
            .user("alice", "secret")
            .allow("alice", "repository:team/*:pull,push,delete")
            .lifetime(Duration.ofMinutes(2))
            .clock(clock)
            .start();
    private final EmbeddedRegistry registry =
            EmbeddedRegistry.builder().tokenAuth(tokens).start();

    @AfterEach
    void stop() {
        registry.close();
        tokens.close();
    }

    @Test
    void a_challenge_leads_to_a_token_that_is_accepted() throws Exception {
        Call first = Call.get(registry.uri().resolve("/v2/team/app/tags/list"));

        assertThat(first.challenges())
                .containsExactly("Bearer realm=\"" + tokens.realm()
                        + "\",service=\"registry.test\",scope=\"repository:team/app:pull\"");
        assertThat(list(fetch("repository:team/app:pull")))
                .as("not there, but let in")
                .isEqualTo(404);
        assertThat(tokens.requests()).hasSize(1);
    }

    @Test
    void a_token_expires_when_its_time_is_over() throws Exception {
        String token = fetch("repository:team/app:pull");

        clock.move(Duration.ofSeconds(119));
        assertThat(list(token)).isEqualTo(404);
        clock.move(Duration.ofSeconds(1));
        assertThat(list(token)).isEqualTo(401);
        assertThat(Call.get(registry.uri().resolve("/v2/team/app/tags/list"))
                        .bearer(token)
                        .challenges())
                .singleElement()
                .asString()
                .endsWith(",error=\"invalid_token\"");
        assertThat(list(fetch("repository:team/app:pull"))).isEqualTo(404);
    }

    @Test
    void a_token_that_says_too_little_is_told_so() throws Exception {
        assertThat(Call.get(registry.uri().resolve("/v2/team/app/tags/list"))
                        .bearer(fetch("repository:team/other:pull"))
                        .challenges())
                .singleElement()
                .asString()
                .endsWith(",error=\"insufficient_scope\"");
        assertThat(Call.get(registry.uri().resolve("/v2/")).bearer(fetch("")).status())
                .as("the root wants a token and nothing in it")
                .isEqualTo(200);
    }

    @Test
    void tokens_that_no_registry_believes_end_in_a_loop() throws Exception {
        tokens.setManners(TokenManner.FOREIGN_KEY);
        assertThat(list(fetch("repository:team/app:pull"))).isEqualTo(401);
        tokens.setManners(TokenManner.NOTHING_GRANTED);
        assertThat(list(fetch("repository:team/app:pull"))).isEqualTo(401);
        tokens.setManners(TokenManner.SHORT_LIVED);
        String token = fetch("repository:team/app:pull");
        clock.move(Duration.ofSeconds(20));
        assertThat(list(token)).isEqualTo(401);
    }

    @Test
    void a_mount_needs_to_pull_from_the_other_repository() throws Exception {
        SampleManifest image = SampleImages.seeded(3).image();
        SampleRepository one =
                SampleRepository.named("team/one").tag("x", image).build();
        SampleRepository two =
                SampleRepository.named("team/two").tag("x", image).build();
        String both = tokens.token("alice", "repository:team/one:pull,push", "repository:team/two:pull,push");
        String onlyTwo = tokens.token("alice", "repository:team/two:pull,push");
        RegistryFiller.withToken(registry.uri(), both).push(one);
        URI mount = registry.uri()
                .resolve("/v2/team/two/blobs/uploads/?from=team/one&mount="
                        + one.blobs().iterator().next().digest());

        assertThat(Call.of("POST", mount).bearer(onlyTwo).challenges())
                .singleElement()
                .asString()
                .contains("scope=\"repository:team/two:pull,push repository:team/one:pull\"");
        assertThat(Call.of("POST", mount).bearer(both).status()).isEqualTo(201);
        RegistryFiller.withToken(registry.uri(), both).push(two);
        assertThat(registry.snapshot().repositories()).hasSize(2);
    }

    @Test
    void passwords_are_for_the_token_server_only() throws Exception {
        assertThat(Call.get(registry.uri().resolve("/v2/"))
                        .basic("alice", "secret")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void a_registry_has_users_of_its_own_or_a_token_server() {
        assertThatThrownBy(() -> EmbeddedRegistry.builder()
                        .htpasswd("a", "b")
                        .tokenAuth(tokens)
                        .start())
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void all_of_it_works_over_tls() throws Exception {
        CertificateAuthority authority = CertificateAuthority.create();
        SampleRepository repository = SampleRepository.named("team/app")
                .tag("x", SampleImages.seeded(4).image())
                .build();
        try (TokenServer secureTokens =
                        TokenServer.builder().tls(authority.serverTls()).start();
                EmbeddedRegistry secure = EmbeddedRegistry.builder()
                        .tls(authority.serverTls())
                        .tokenAuth(secureTokens)
                        .start()) {
            assertThat(Call.get(secure.uri().resolve("/v2/"))
                            .trusting(authority.clientContext())
                            .challenges())
                    .singleElement()
                    .asString()
                    .startsWith("Bearer realm=\"https://");
            RegistryFiller.withToken(secure.uri(), secureTokens.token("bob", "repository:team/app:pull,push"))
                    .trusting(authority.clientContext())
                    .push(repository);
            assertThat(secure.snapshot().repository("team/app").tags()).isEqualTo(repository.tags());
        }
    }

    private int list(String token) throws Exception {
        return Call.get(registry.uri().resolve("/v2/team/app/tags/list"))
                .bearer(token)
                .status();
    }

    private String fetch(String scope) throws Exception {
        String body = Call.get(URI.create(tokens.realm() + "?service=" + tokens.service() + "&scope=" + scope))
                .basic("alice", "secret")
                .send()
                .body();
        return new ObjectMapper().readTree(body).path("token").asText();
    }
}
