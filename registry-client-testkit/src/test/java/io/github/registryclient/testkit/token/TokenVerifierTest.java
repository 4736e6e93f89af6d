package io.github.registryclient.testkit.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.testkit.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenVerifierTest {
    private final MovableClock clock = MovableClock.at(Instant.parse("2026-03-01T10:00:00.900Z"));
    private final SigningKey key = SigningKey.generate();
    private final TokenVerifier verifier = verifier("issuer", "service", key);

    @Test
    void a_token_says_what_was_claimed() throws Exception {
        Claims claims = verifier.verify(token("issuer", "service", key));

        assertThat(claims.subject()).isEqualTo("alice");
        assertThat(claims.access()).extracting(Scope::toString).containsExactly("repository:a:pull,push");
    }

    @Test
    void it_counts_for_its_whole_life_and_not_after_nor_before() throws Exception {
        String token = token("issuer", "service", key);

        clock.move(Duration.ofSeconds(60));
        assertThat(verifier.verify(token)).isNotNull();
        clock.move(Duration.ofMillis(100));
        assertRefused(token, "expired");
        clock.move(Duration.ofSeconds(-62));
        assertRefused(token, "not count yet");
    }

    @Test
    void another_issuer_service_or_key_does_not_count() {
        assertRefused(token("other", "service", key), "issuer");
        assertRefused(token("issuer", "other", key), "service");
        assertRefused(token("issuer", "service", SigningKey.generate()), "not signed");
    }

    @Test
    void what_was_changed_afterwards_does_not_count() {
        String[] parts = token("issuer", "service", key).split("\\.", -1);
        String more = decode(parts[1]).replace("\"pull\"", "\"pull\",\"delete\"");
        String unsigned = encode("{\"typ\":\"JWT\",\"alg\":\"none\"}");

        assertRefused(parts[0] + "." + encode(more) + "." + parts[2], "not signed");
        assertRefused(unsigned + "." + parts[1] + ".", "not signed");
        assertRefused(unsigned + "." + parts[1] + "." + parts[2], "not signed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b", "a.b.c", "....", "%.%.%", "e30.e30.e30", "bnVsbA.bnVsbA.bnVsbA"})
    void what_is_no_token_does_not_count(String text) {
        assertThatThrownBy(() -> verifier.verify(text)).isInstanceOf(InvalidTokenException.class);
    }

    @Test
    void the_header_names_the_key_and_has_it() {
        String header = decode(token("issuer", "service", key).split("\\.", -1)[0]);

        assertThat(header).contains("\"alg\":\"ES256\"", "\"kid\":\"" + key.id() + "\"", "\"jwk\":" + key.jwk());
        assertThat(key.id()).matches("([A-Z2-7]{4}:){11}[A-Z2-7]{4}");
    }

    private void assertRefused(String token, String reason) {
        assertThatThrownBy(() -> verifier.verify(token))
                .isInstanceOf(InvalidTokenException.class)
                .hasMessageContaining(reason)
                .hasMessageNotContaining(token);
    }

    private TokenVerifier verifier(String issuer, String service, SigningKey trusted) {
        return new TokenVerifier(issuer, service, trusted.keys().getPublic(), clock);
    }

    private String token(String issuer, String service, SigningKey signing) {
        return signing.sign(Claims.of(
                issuer,
                "alice",
                service,
                clock.instant(),
                Duration.ofSeconds(60),
                List.of(Scope.repository("a", "pull", "push"))));
    }

    private static String decode(String part) {
        return new String(Base64.getUrlDecoder().decode(part), UTF_8);
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
