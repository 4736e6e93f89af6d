package io.github.registryclient.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.registryclient.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceTest {
    private static final String HEX64 = "6c3c624b58dbbcd3c0dd82b4c53f04194d1247c6eebdaab7c610cf7d66709b3b";

    @Test
    void a_text_with_a_colon_is_a_digest() {
        assertThat(Reference.of("sha256:" + HEX64)).isInstanceOf(Digest.class).hasToString("sha256:" + HEX64);
        assertThat(Reference.of("md5:00")).isInstanceOf(Digest.class);
    }

    @Test
    void a_text_without_one_is_a_tag() {
        assertThat(Reference.of("1.0.0")).isEqualTo(Tag.of("1.0.0"));
        assertThat(Reference.of("sha256-" + HEX64)).isInstanceOf(Tag.class);
        assertThat(Reference.of(HEX64)).isInstanceOf(Tag.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha256:", "sha256:00", ":", "latest:", ":latest", "sha256:" + HEX64 + ":1"})
    void a_broken_digest_never_becomes_a_tag(String text) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Reference.of(text))
                .withMessageStartingWith("invalid digest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "..", "a/b"})
    void empty_and_malformed_tags_are_refused(String text) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Reference.of(text))
                .withMessageStartingWith("invalid tag");
    }

    @Test
    void null_is_refused() {
        assertThatNullPointerException().isThrownBy(() -> Reference.of(null));
    }
}
