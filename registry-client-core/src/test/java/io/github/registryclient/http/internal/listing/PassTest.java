package io.github.registryclient.http.internal.listing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a refused page means to a listing. */
class PassTest {
    @ParameterizedTest(name = "{0}, {1} query, {2}: {3}")
    @CsvSource({
        // the size may be refused, and then is left out; without one there is nothing to leave out
        "SIZED,   first, 400, BEGIN_UNSIZED",
        "SIZED,   first, 405, BEGIN_UNSIZED",
        "SIZED,   first, 404, IS_THE_ANSWER",
        "UNSIZED, first, 400, IS_THE_ANSWER",
        "UNSIZED, first, 405, IS_THE_ANSWER",
        "UNSIZED, first, 404, IS_THE_ANSWER",
        // a cursor or another size may be refused, and then the listing is begun again
        "SIZED,   later, 400, BEGIN_AGAIN",
        "SIZED,   later, 404, BEGIN_AGAIN",
        "SIZED,   later, 405, BEGIN_AGAIN",
        "UNSIZED, later, 400, BEGIN_AGAIN",
        "UNSIZED, later, 404, BEGIN_AGAIN",
        "UNSIZED, later, 405, BEGIN_AGAIN",
        // once: what is refused then is no answer to what is listed
        "PROVING, first, 400, LEAVES_IT_INCOMPLETE",
        "PROVING, first, 404, LEAVES_IT_INCOMPLETE",
        "PROVING, later, 405, LEAVES_IT_INCOMPLETE",
        "AGAIN,   first, 404, LEAVES_IT_INCOMPLETE",
        "AGAIN,   later, 400, LEAVES_IT_INCOMPLETE",
        // other refusals are what they are
        "SIZED,   first, 401, IS_THE_ANSWER",
        "UNSIZED, later, 403, IS_THE_ANSWER",
        "PROVING, first, 429, IS_THE_ANSWER",
        "AGAIN,   later, 500, IS_THE_ANSWER",
    })
    void a_refusal_is_understood(Pass pass, String place, int status, Pass.Refusal meaning) {
        assertThat(pass.onRefusal(status, place.equals("first"))).isEqualTo(meaning);
    }
}
