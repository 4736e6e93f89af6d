package io.github.registryclient.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import nl.jqno.equalsverifier.EqualsVerifier;
import nl.jqno.equalsverifier.Warning;
import org.junit.jupiter.api.Test;

class ErrorResponseTest {
    @Test
    void tells_the_registrys_entries() {
        ErrorResponse response = base().addErrors(
                        error("MANIFEST_UNKNOWN", "manifest unknown"), error("GOOGLE_ODD", ""))
                .excerpt("not shown")
                .build();

        assertThat(response.summary()).isEqualTo("status 404, MANIFEST_UNKNOWN manifest unknown; GOOGLE_ODD");
    }

    @Test
    void tells_the_start_of_the_body_where_there_are_no_entries() {
        assertThat(base().excerpt("404 page not found").build().summary()).isEqualTo("status 404, 404 page not found");
        assertThat(base().build().summary()).isEqualTo("status 404");
        assertThat(base().addErrors(error("", "")).excerpt("body").build().summary())
                .isEqualTo("status 404, body");
    }

    @Test
    void entries_are_found_by_code_without_case() {
        ErrorResponse response =
                base().addErrors(error("X", ""), error("Unsupported", "")).build();

        assertThat(response.hasCode("UNSUPPORTED")).isTrue();
        assertThat(response.hasCode("x")).isTrue();
        assertThat(response.hasCode("SUPPORTED")).isFalse();
        assertThat(response.hasCode("")).isFalse();
    }

    @Test
    void foreign_words_stay_on_one_short_line() {
        ErrorResponse entries = base().addErrors(error("A\nB", "c\u001b\u2028" + "d".repeat(10_000)))
                .build();
        ErrorResponse body = base().excerpt("a\nb\u001b[2J").build();

        assertThat(entries.summary()).hasSizeLessThan(1_000).matches("[^\\p{Cc}\\p{Zl}\\p{Zp}]+");
        assertThat(body.summary()).matches("[^\\p{Cc}\\p{Zl}\\p{Zp}]+");
    }

    @Test
    void answers_and_entries_are_shown_on_one_short_line() {
        RegistryError entry = RegistryError.builder()
                .code("A\nB")
                .message("c\u001b\u2028" + "d".repeat(10_000))
                .detail("{\r\n}")
                .build();

        assertThat(entry.toString()).hasSizeLessThan(1_000).matches("[^\\p{Cc}\\p{Zl}\\p{Zp}]+");
        assertThat(base().addErrors(entry).build().toString())
                .startsWith("GET https://host/v2/: status 404, A B c")
                .hasSizeLessThan(1_000)
                .matches("[^\\p{Cc}\\p{Zl}\\p{Zp}]+");
        assertThat(RegistryError.builder()
                        .code("DENIED")
                        .message("no")
                        .detail("[1]")
                        .build())
                .hasToString("DENIED no [1]");
        assertThat(error("", "")).hasToString("");
    }

    @Test
    void method_address_and_status_are_required() {
        assertThatIllegalStateException()
                .isThrownBy(() -> ErrorResponse.builder().build())
                .withMessageContaining("method")
                .withMessageContaining("uri")
                .withMessageContaining("status");
    }

    @Test
    void values_are_equal_by_all_their_parts() {
        EqualsVerifier.forClass(ImmutableErrorResponse.class)
                .suppress(Warning.NULL_FIELDS)
                .verify();
        EqualsVerifier.forClass(ImmutableRegistryError.class)
                .suppress(Warning.NULL_FIELDS)
                .verify();
    }

    private static ErrorResponse.Builder base() {
        return ErrorResponse.builder().method("GET").uri("https://host/v2/").status(404);
    }

    private static RegistryError error(String code, String message) {
        return RegistryError.builder().code(code).message(message).build();
    }
}
