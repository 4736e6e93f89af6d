package io.github.registryclient.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseTest {
    @Test
    void each_change_makes_a_new_one() {
        Response bare = Response.of(200);
        Response response = bare.header("Link", "a").header("LINK", "b").header("X", "c");

        assertThat(bare.headers()).isEmpty();
        assertThat(response.headers())
                .containsExactly(Map.entry("Link", "a"), Map.entry("LINK", "b"), Map.entry("X", "c"));
        assertThat(response.header("link")).contains("a");
        assertThat(response.without("link").headers()).containsExactly(Map.entry("X", "c"));
        assertThat(response.body(new byte[3]).body().length()).isEqualTo(3);
        assertThat(response.body().length()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nb", "a\nb", "a\0b", "\u20ac"})
    void a_value_that_http_does_not_allow_needs_a_raw_line(String value) {
        Response response = Response.of(200);
        assertThatThrownBy(() -> response.header("X", value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("raw");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a:", "a\n", "\u00e9"})
    void so_does_a_name(String name) {
        Response response = Response.of(200);
        assertThatThrownBy(() -> response.header(name, "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("raw");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 99, 1000})
    void a_status_has_three_digits(int status) {
        assertThatThrownBy(() -> Response.of(status)).isInstanceOf(IllegalArgumentException.class);
    }
}
