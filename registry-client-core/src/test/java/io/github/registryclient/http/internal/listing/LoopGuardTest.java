package io.github.registryclient.http.internal.listing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.registryclient.error.IncompleteListingException;
import org.junit.jupiter.api.Test;

/** Which pages are a circle, and which only look alike. */
class LoopGuardTest {
    private final LoopGuard guard = new LoopGuard("");

    @Test
    void a_page_with_the_same_end_and_size_under_another_cursor_is_a_circle() {
        guard.check(PlayedPage.of("", 0, 1), "c=1");
        guard.check(PlayedPage.of("c=1", 5, 9), "c=2");

        assertThatExceptionOfType(IncompleteListingException.class)
                .isThrownBy(() -> guard.check(PlayedPage.of("c=2", 5, 9), "c=3"))
                .withMessageContaining("same end");
    }

    @Test
    void an_entry_that_ends_pages_of_different_sizes_was_moved_and_is_no_circle() {
        guard.check(PlayedPage.of("", 0, 1), "c=1");
        guard.check(PlayedPage.of("c=1", 5, 9), "c=2");

        assertThatCode(() -> guard.check(PlayedPage.of("c=2", 6, 9), "c=3")).doesNotThrowAnyException();
    }
}
