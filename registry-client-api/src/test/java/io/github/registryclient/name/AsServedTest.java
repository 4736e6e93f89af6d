package io.github.registryclient.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.registryclient.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What servers send although it breaks the grammar stays usable, unless it could lead elsewhere or spoil a terminal. */
class AsServedTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Team/App",
                "_catalog-like",
                "__cache",
                "a..b",
                "a...",
                "...",
                "a___b",
                "-a-",
                "a b",
                "a%2fb",
                "a+b",
                "a~b",
                "a@b",
                "a?b",
                "a#b",
                "größe/名前"
            })
    void odd_repository_names_are_kept_unchanged(String text) {
        assertThat(RepositoryName.asServed(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-rc1", ".hidden", "größe", "a b", "a+b", "a%2fb", "a?b", "..."})
    void odd_tags_are_kept_unchanged(String text) {
        assertThat(Tag.asServed(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "/",
                "/a",
                "a/",
                "a//b",
                "./a",
                "../a",
                "a/.",
                "a/..",
                "a/./b",
                "a/../b",
                "A/../../B"
            })
    void repository_names_that_could_lead_elsewhere_are_refused(String text) {
        refusesRepository(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a/b", "/", "sha256:00", ":", "a:"})
    void tags_that_are_paths_or_digests_are_refused(String text) {
        refusesTag(text);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00,
                0x08,
                0x09,
                0x0A,
                0x0D,
                0x1B,
                0x1F,
                0x7F,
                0x80,
                0x85,
                0x9F, // control characters
                0x5C, // backslash
                0xAD,
                0x061C,
                0x180E,
                0x200B,
                0x200C,
                0x200D,
                0x200E,
                0x200F,
                0xFEFF, // format characters
                0x202A,
                0x202B,
                0x202C,
                0x202D,
                0x202E,
                0x2066,
                0x2067,
                0x2068,
                0x2069, // bidirectional overrides
                0x2028,
                0x2029, // line and paragraph separators
                0xE0001,
                0xE0041 // invisible tags
            })
    void characters_that_deceive_or_break_lines_are_refused_everywhere(int codePoint) {
        String character = Character.toString(codePoint);
        for (String text : new String[] {character, "a" + character, character + "a", "a" + character + "b"}) {
            refusesRepository(text);
            refusesRepository("x/" + text);
            refusesTag(text);
        }
    }

    @Test
    void lone_surrogates_are_refused() {
        refusesRepository("a\uD800");
        refusesRepository("\uDC00a");
        refusesTag("a\uD800b");
    }

    @Test
    void every_control_character_is_refused() {
        for (char c = 0; c < 0xA0; c++) {
            if (c < 0x20 || c >= 0x7F) {
                refusesRepository("a" + c);
                refusesTag("a" + c);
            }
        }
    }

    @Test
    void endless_names_are_refused() {
        refusesRepository("a".repeat(1_000_000));
        refusesTag("a".repeat(1_000_000));
    }

    @Test
    void null_is_refused() {
        assertThatNullPointerException().isThrownBy(() -> RepositoryName.asServed(null));
        assertThatNullPointerException().isThrownBy(() -> Tag.asServed(null));
    }

    private static void refusesRepository(String text) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> RepositoryName.asServed(text))
                .satisfies(e -> assertThat(e.getMessage())
                        .startsWith("invalid repository name")
                        .contains("server"))
                .satisfies(AsServedTest::isPrintable);
    }

    private static void refusesTag(String text) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Tag.asServed(text))
                .satisfies(e ->
                        assertThat(e.getMessage()).startsWith("invalid tag").contains("server"))
                .satisfies(AsServedTest::isPrintable);
    }

    private static void isPrintable(InvalidInputException e) {
        assertThat(e.getMessage()).hasSizeLessThan(1_000).matches("[^\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]+");
    }
}
