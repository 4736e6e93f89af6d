package io.github.registryclient.http.internal.listing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Another page size in a query that is otherwise the server's business. */
class PageQueryTest {
    @ParameterizedTest
    @CsvSource({
        "n=1000, 1000, n=999",
        "n=1000, 100, n=99",
        "n=5000&last=a, 5000, n=4999&last=a",
        "last=a&n=3, 3, last=a&n=2",
        "n=1, 1, n=2",
        "'', 100, n=99",
        "'', 10000, n=99",
        "last=n=3, 7, last=n=3&n=6",
        "min=3, 200, min=3&n=99"
    })
    void another_size_lets_a_page_end_before_its_last_entry(String query, int served, String other) {
        assertThat(PageQuery.withOtherSize(query, served)).isEqualTo(other);
    }

    @ParameterizedTest
    @CsvSource({"n=1000, n=999", "n=1, n=2", "'', n=99", "last=a, last=a&n=99"})
    void a_page_that_did_not_come_is_asked_for_with_one_entry_less(String query, String other) {
        assertThat(PageQuery.withOtherSize(query)).isEqualTo(other);
    }
}
