package io.github.registryclient.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathNameTest {
    @ParameterizedTest
    @ValueSource(strings = {"/etc/docker/certs.d/a.test/ca.crt", "ca.pem", "a b/c-d_e.json", "~/.docker/config.json"})
    void a_path_is_shown(String text) {
        assertThat(PathName.of(Path.of(text))).isEqualTo(Path.of(text).toString());
        assertThat(PathName.isContent(Path.of(text))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN PRIVATE KEY----- swordfish",
                "swordfish\nof two lines",
                "swordfish\r",
                "{\"auths\":{\"a.test\":{\"auth\":\"swordfish\"}}}",
                "{\"auths\":{}}/swordfish/config.json",
            })
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "where these are no paths")
    void what_looks_like_the_content_of_a_file_is_not(String text) {
        assertThat(PathName.of(Path.of(text))).doesNotContain("swordfish").contains("looks like the content of a file");
        assertThat(PathName.isContent(Path.of(text))).isTrue();
    }

    @Test
    void nor_is_what_is_too_long_for_the_name_of_a_file() {
        assertThat(PathName.of(Path.of("c3dvcmRmaXNo".repeat(22)))).doesNotContain("c3dvcmRmaXNo");
    }
}
