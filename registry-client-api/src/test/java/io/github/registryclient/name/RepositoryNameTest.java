package io.github.registryclient.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.registryclient.error.InvalidInputException;
import java.util.Random;
import java.util.regex.Pattern;
import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class RepositoryNameTest {
    /** Copied from the OCI distribution spec 1.1; used on short texts only, because it backtracks. */
    private static final Pattern SPEC =
            Pattern.compile("[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*(\\/[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*)*");

    private static final String ALPHABET = "aaz09..__--//AZ :@~é\n\\";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "0",
                "admin/hello",
                "library/hello-world",
                "a.b",
                "a_b",
                "a__b",
                "a-b",
                "a---b",
                "a/b/c/d/e/f",
                "p088/1",
                "my.org_x__y--z/1.2.3"
            })
    void accepts_what_the_grammar_allows_and_keeps_the_text(String text) {
        assertThat(RepositoryName.of(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "A",
                "Admin/hello",
                "/a",
                "a/",
                "a//b",
                ".",
                "..",
                "../a",
                "a/../b",
                "a/..",
                "a..b",
                "a___b",
                "a_-b",
                "-a",
                "a-",
                "_a",
                "a_",
                ".a",
                "a.",
                "a b",
                "a\n",
                "a\u0000",
                "a:1.0",
                "a@sha256:00",
                "https://host/a",
                "a%2fb",
                "a\\b",
                "é",
                "a\u0661",
                "a?n=1",
                "a#b"
            })
    void refuses_what_the_grammar_does_not_allow(String text) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> RepositoryName.of(text))
                .withMessageStartingWith("invalid repository name \"")
                .withMessageMatching("[^\\p{Cntrl}]+");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void agrees_with_the_specification_on_random_texts(long seed) {
        Random random = new Random(seed);
        int accepted = 0;
        for (int i = 0; i < 20_000; i++) {
            String text = randomText(random);
            boolean expected = SPEC.matcher(text).matches();
            assertThat(SpecGrammar.isRepositoryName(text))
                    .as("the two readings of the specification for '%s'", text)
                    .isEqualTo(expected);
            assertThat(accepts(text)).as("seed %d, text '%s'", seed, text).isEqualTo(expected);
            accepted += expected ? 1 : 0;
        }
        assertThat(accepted).as("accepted texts, seed %d", seed).isBetween(1_000, 19_000);
    }

    @Test
    void accepts_more_than_the_usual_255_characters_and_refuses_1025() {
        assertThat(RepositoryName.of("a".repeat(256)).toString()).hasSize(256);
        assertThat(RepositoryName.of("a".repeat(1024)).toString()).hasSize(1024);
        assertThat(accepts("a".repeat(1025))).isFalse();
        assertThat(accepts("a/".repeat(511) + "a")).isTrue();
        assertThat(accepts("a/".repeat(512) + "a")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a-", "a.", "a_", "__", "-", "a/", "a__a", "/", "aA"})
    @Timeout(60)
    void decides_at_once_about_long_hostile_texts(String unit) {
        assertThat(accepts(unit.repeat(1_000_000) + "!")).isFalse();
        String justBelowTheLimit = unit.repeat(1023 / unit.length()) + "!";
        for (int i = 0; i < 1_000; i++) {
            assertThat(accepts(justBelowTheLimit)).isFalse();
        }
    }

    @Test
    void says_what_was_wrong_and_what_would_be_right() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> RepositoryName.of("Admin/Hello"))
                .withMessageContaining("\"Admin/Hello\"")
                .withMessageContaining("lower-case")
                .withMessageContaining("admin/hello");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> RepositoryName.of(""))
                .withMessageContaining("empty");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> RepositoryName.of("a".repeat(100_000)))
                .withMessageContaining("1024")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(1_000));
    }

    @Test
    void orders_by_text() {
        assertThat(RepositoryName.of("a"))
                .isLessThan(RepositoryName.of("a/b"))
                .isEqualByComparingTo(RepositoryName.of("a"));
        assertThat(RepositoryName.of("p088/1")).isGreaterThan(RepositoryName.of("p088"));
    }

    @Test
    void equals_by_text_whichever_way_it_came() {
        EqualsVerifier.forClass(RepositoryName.class).withNonnullFields("value").verify();
        assertThat(RepositoryName.asServed("a/b")).isEqualTo(RepositoryName.of("a/b"));
    }

    @Test
    void refuses_null() {
        assertThatNullPointerException().isThrownBy(() -> RepositoryName.of(null));
        assertThatNullPointerException().isThrownBy(() -> RepositoryName.asServed(null));
        assertThatNullPointerException().isThrownBy(() -> RepositoryName.of("a").compareTo(null));
    }

    private static boolean accepts(String text) {
        try {
            return RepositoryName.of(text).toString().equals(text);
        } catch (InvalidInputException refused) {
            return false;
        }
    }

    /** Mostly valid characters, so that both outcomes are common. */
    private static String randomText(Random random) {
        int length = random.nextInt(14);
        int reach = random.nextInt(3) > 0 ? ALPHABET.indexOf('A') : ALPHABET.length();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            boolean plain = random.nextInt(3) > 0;
            text.append(plain ? (char) ('a' + random.nextInt(26)) : ALPHABET.charAt(random.nextInt(reach)));
        }
        return text.toString();
    }
}
