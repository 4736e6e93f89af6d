package io.github.registryclient.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExcerptTest {
    @Test
    void plain_text_stays_as_it_is() {
        assertThat(Excerpt.of("MANIFEST_UNKNOWN: größe 名前 \uD83D\uDE00"))
                .isEqualTo("MANIFEST_UNKNOWN: größe 名前 \uD83D\uDE00");
        assertThat(Excerpt.of("")).isEmpty();
    }

    @Test
    void line_ends_become_spaces_and_control_characters_visible() {
        assertThat(Excerpt.of(" a\r\nb\tc ")).isEqualTo("a  b c");
        assertThat(Excerpt.of("\u001b[2J\u0000\u0085\u202e")).isEqualTo("\\u001b[2J\\u0000\\u0085\\u202e");
    }

    @Test
    void long_text_is_cut_with_an_ellipsis() {
        assertThat(Excerpt.of("a".repeat(300))).isEqualTo("a".repeat(300));
        assertThat(Excerpt.of("a".repeat(301))).isEqualTo("a".repeat(300) + "…");
        assertThat(Excerpt.of("a".repeat(10_000_000))).hasSize(301);
    }

    @Test
    void a_cut_never_halves_a_character() {
        assertThat(Excerpt.of("a".repeat(299) + "\uD83D\uDE00")).matches("[^\\p{Cs}]+");
        assertThat(Excerpt.of("\uD83D\uDE00".repeat(400))).matches("[^\\p{Cs}]+");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {91, 92, 93})
    void any_text_becomes_one_short_printable_line(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(400);
            for (int at = 0; at < length; at++) {
                int reach = random.nextBoolean() ? 0x100 : random.nextBoolean() ? 0x10000 : 0x110000;
                text.appendCodePoint(random.nextInt(reach));
            }
            assertThat(Excerpt.of(text.toString()))
                    .as("seed %d, case %d", seed, i)
                    .hasSizeLessThan(4_000)
                    .matches("[^\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]*");
        }
    }

    @Test
    void null_is_refused() {
        assertThatNullPointerException().isThrownBy(() -> Excerpt.of(null));
    }
}
