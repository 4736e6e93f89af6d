package io.github.registryclient.testkit.registry.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.manner.ChallengeManner;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleRepository;
import io.github.registryclient.testkit.tokenserver.Call;
import org.junit.jupiter.api.Test;

class PasswordAdmissionTest {
    private static final String SECRET = "sentinel-password";

    @Test
    void every_user_may_everything_and_nobody_else_anything() throws Exception {
        SampleRepository repository = SampleRepository.named("a")
                .tag("x", SampleImages.seeded(5).image())
                .build();
        try (EmbeddedRegistry registry = EmbeddedRegistry.builder()
                .htpasswd("alice", SECRET)
                .htpasswd("bob", "other")
                .start()) {
            RegistryFiller.of(registry.uri(), "alice", SECRET).push(repository);

            assertThat(list(registry).basic("bob", "other").status()).isEqualTo(200);
            assertThat(list(registry).basic("bob", SECRET).status()).isEqualTo(401);
            assertThat(list(registry).basic("", "").status()).isEqualTo(401);
            assertThat(list(registry).status()).isEqualTo(401);
        }
    }

    @Test
    void passwords_may_hold_colons_and_more_than_ascii() throws Exception {
        try (EmbeddedRegistry registry =
                EmbeddedRegistry.builder().htpasswd("alice", "a:b:ü€").start()) {
            assertThat(Call.get(registry.uri().resolve("/v2/"))
                            .basic("alice", "a:b:ü€")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void no_text_shows_a_password() throws Exception {
        try (EmbeddedRegistry registry =
                EmbeddedRegistry.builder().htpasswd("alice", SECRET).start()) {
            list(registry).basic("alice", SECRET).send();

            assertThat("" + registry + registry.requests() + registry.requests().all())
                    .doesNotContain(SECRET)
                    .doesNotContain("c2VudGluZWw");
        }
    }

    @Test
    void the_challenge_comes_in_zots_manner() throws Exception {
        try (EmbeddedRegistry registry = EmbeddedRegistry.builder()
                .htpasswd("alice", SECRET)
                .manner(ChallengeManner.UNQUOTED)
                .manner(ChallengeManner.ON_SUCCESS)
                .start()) {
            Call root = Call.get(registry.uri().resolve("/v2/"));

            assertThat(list(registry).challenges()).containsExactly("basic realm=testkit");
            assertThat(root.basic("alice", SECRET).challenges()).containsExactly("basic realm=testkit");
        }
    }

    private static Call list(EmbeddedRegistry registry) {
        return Call.get(registry.uri().resolve("/v2/a/tags/list"));
    }
}
