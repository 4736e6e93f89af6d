package io.github.registryclient.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.registryclient.error.InvalidInputException;
import java.util.Random;
import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class TagTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "latest",
                "1.0.0-201806041925053",
                "_",
                "_a",
                "A",
                "v1.2.3_rc-1",
                "0",
                "sha256-00.sig",
                "a.",
                "a-"
            })
    void accepts_what_the_grammar_allows(String text) {
        assertThat(Tag.of(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", ".", "..", ".a", "-a", "a b", "a/b", "a:b", "a@b", "a+b", "a\n", "\na", "é", "a\u0000", "a\\b"
            })
    void refuses_what_it_does_not_allow(String text) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Tag.of(text))
                .withMessageStartingWith("invalid tag \"")
                .withMessageContaining("such as 1.0.0")
                .withMessageMatching("[^\\p{Cntrl}]+");
    }

    @Test
    void accepts_128_characters_and_refuses_129() {
        assertThat(Tag.of("a".repeat(128)).toString()).hasSize(Tag.MAX_LENGTH);
        assertThat(accepts("a".repeat(129))).isFalse();
        assertThat(accepts("a".repeat(5_000_000))).isFalse();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13})
    void agrees_with_the_specification_on_random_texts(long seed) {
        Random random = new Random(seed);
        String alphabet = "azAZ09._-._-:/ \n\u00e9";
        int accepted = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(6);
            for (int at = 0; at < length; at++) {
                text.append(alphabet.charAt(random.nextInt(random.nextBoolean() ? 12 : alphabet.length())));
            }
            boolean expected = SpecGrammar.isTag(text.toString());
            assertThat(accepts(text.toString()))
                    .as("seed %d, text '%s'", seed, text)
                    .isEqualTo(expected);
            accepted += expected ? 1 : 0;
        }
        assertThat(accepted).as("accepted texts, seed %d", seed).isBetween(1_000, 19_000);
    }

    @Test
    void equals_and_orders_by_text() {
        EqualsVerifier.forClass(Tag.class).withNonnullFields("value").verify();
        assertThat(Tag.of("1.0.10")).isLessThan(Tag.of("1.0.9"));
        assertThat(Tag.of("a")).isEqualByComparingTo(Tag.asServed("a"));
    }

    @Test
    void null_is_refused() {
        assertThatNullPointerException().isThrownBy(() -> Tag.of(null));
        assertThatNullPointerException().isThrownBy(() -> Tag.of("a").compareTo(null));
    }

    private static boolean accepts(String text) {
        try {
            return Tag.of(text).toString().equals(text);
        } catch (InvalidInputException refused) {
            return false;
        }
    }
}
