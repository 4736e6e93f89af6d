package io.github.registryclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.registryclient.DeleteResult.Outcome;
import io.github.registryclient.error.RegistryError;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeleteResultTest {
    private static final RegistryError ERROR =
            RegistryError.builder().code("UNKNOWN").message("unknown error").build();

    @ParameterizedTest
    @EnumSource
    void a_result_without_errors_is_shown_by_its_outcome(Outcome outcome) {
        DeleteResult result = DeleteResult.of(outcome);

        assertThat(result.outcome()).isEqualTo(outcome);
        assertThat(result.errors()).isEmpty();
        assertThat(result).hasToString(outcome.name()).isEqualTo(DeleteResult.of(outcome));
    }

    @Test
    void a_partial_result_keeps_what_the_registry_reported() {
        DeleteResult result = DeleteResult.partial(List.of(ERROR));

        assertThat(result.outcome()).isEqualTo(Outcome.ACCEPTED_PARTIALLY);
        assertThat(result.errors()).containsExactly(ERROR);
        assertThat(result.toString()).startsWith("ACCEPTED_PARTIALLY").contains("UNKNOWN", "unknown error");
        assertThat(result)
                .isEqualTo(DeleteResult.partial(List.of(ERROR)))
                .hasSameHashCodeAs(DeleteResult.partial(List.of(ERROR)))
                .isNotEqualTo(DeleteResult.of(Outcome.ACCEPTED_PARTIALLY));
    }

    @Test
    void is_shown_on_one_line_whatever_the_registry_reported() {
        RegistryError hostile = RegistryError.builder()
                .code("A\nB")
                .message("c\r\n\u001b[2J")
                .detail("{\n}")
                .build();

        assertThat(DeleteResult.partial(List.of(hostile)).toString()).matches("[^\\p{Cc}\\p{Zl}\\p{Zp}]+");
    }

    @Test
    void the_errors_are_copied_and_cannot_be_changed() {
        List<RegistryError> errors = new ArrayList<>(List.of(ERROR));
        DeleteResult result = DeleteResult.partial(errors);
        errors.clear();

        assertThat(result.errors()).containsExactly(ERROR);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> result.errors().clear());
    }

    @Test
    void null_is_refused() {
        assertThatNullPointerException().isThrownBy(() -> DeleteResult.of(null));
        assertThatNullPointerException().isThrownBy(() -> DeleteResult.partial(null));
    }
}
