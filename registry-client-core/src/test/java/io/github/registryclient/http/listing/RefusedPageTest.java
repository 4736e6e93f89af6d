package io.github.registryclient.http.listing;

import static io.github.registryclient.http.listing.Names.texts;
import static io.github.registryclient.http.listing.PlayedRegistry.CATALOG;
import static io.github.registryclient.http.listing.PlayedRegistry.TAGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.registryclient.error.ErrorResponseException;
import io.github.registryclient.error.IncompleteListingException;
import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.error.TooManyRequestsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Refused page sizes and cursors: the listing is begun anew without n, once, then it fails typed. */
class RefusedPageTest {
    @RegisterExtension
    static final PlayedRegistry registry = new PlayedRegistry();

    @ParameterizedTest
    @CsvSource({"400,PAGINATION_NUMBER_INVALID", "405,UNSUPPORTED"})
    void a_refused_size_is_left_out(int status, String code) {
        registry.refuse(CATALOG + "?n=1000", status, code);
        registry.page(CATALOG, Names.repositories("a"), "<" + CATALOG + "?last=a&n=100>; rel=next");
        registry.page(CATALOG + "?last=a&n=100", Names.repositories("b"));
        registry.refuse(TAGS + "?n=7", status, code);
        registry.page(TAGS, Names.tags("1"));

        assertThat(texts(registry.repositories())).containsExactly("a", "b");
        assertThat(texts(registry.tags().withPageSize(7))).containsExactly("1");
    }

    @Test
    void a_refusal_without_n_as_well_is_the_refusal() {
        registry.refuse(TAGS + "?n=7", 400, "NAME_INVALID");
        registry.refuse(TAGS, 400, "NAME_INVALID");

        assertThatExceptionOfType(ErrorResponseException.class)
                .isThrownBy(registry.tags().withPageSize(7)::toList)
                .matches(refusal -> refusal.response().hasCode("NAME_INVALID"));
        assertThat(registry.asked()).containsExactly(TAGS + "?n=7", TAGS);
    }

    @Test
    void a_refusal_of_a_listing_without_n_is_not_asked_for_twice() {
        registry.refuse(TAGS, 400, "NAME_INVALID");

        assertThatExceptionOfType(ErrorResponseException.class).isThrownBy(registry.tags()::toList);
        assertThat(registry.asked()).containsExactly(TAGS);
    }

    @Test
    void a_listing_begun_anew_may_come_by_the_cursors_that_it_came_by_before() {
        registry.page(TAGS, Names.tags("a"), "<" + TAGS + "?p=1>; rel=next");
        registry.page(TAGS + "?p=1", Names.tags("b"), "<" + TAGS + "?p=2>; rel=next");
        registry.refuseOnce(TAGS + "?p=2", 404, "UNKNOWN");
        registry.pageAfterRefusal(TAGS + "?p=2", Names.tags("c"));

        assertThat(texts(registry.tags().toList())).containsExactly("a", "b", "c");
        assertThat(registry.asked()).hasSize(6);
    }

    @Test
    void a_refused_size_and_then_a_refused_cursor_begin_the_listing_anew_each() {
        registry.refuse(TAGS + "?n=7", 405, "UNSUPPORTED");
        registry.page(TAGS, Names.tags("a"), "<" + TAGS + "?p=1>; rel=next");
        registry.refuseOnce(TAGS + "?p=1", 400, "UNKNOWN");
        registry.pageAfterRefusal(TAGS + "?p=1", Names.tags("b"));

        assertThat(texts(registry.tags().withPageSize(7).toList())).containsExactly("a", "b");
    }

    @Test
    void a_listing_that_is_refused_when_begun_anew_is_incomplete_and_no_missing_repository() {
        registry.page(TAGS + "?n=1", Names.tags("a"), "<" + TAGS + "?n=1&last=a>; rel=next");
        registry.refuse(TAGS + "?n=1&last=a", 404, "NAME_UNKNOWN");
        registry.refuse(TAGS, 404, "NAME_UNKNOWN");

        assertThatExceptionOfType(IncompleteListingException.class)
                .isThrownBy(registry.tags().withPageSize(1)::toList)
                .withMessageContaining("NAME_UNKNOWN");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1001, -1, Integer.MIN_VALUE})
    void no_size_is_asked_for_that_registries_refuse_or_read_as_nothing(int size) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> registry.tags().withPageSize(size));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> registry.client(settings -> settings.pageSize(size)));
        assertThat(registry.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404})
    void a_refused_cursor_begins_the_listing_anew_and_the_list_has_each_name_once(int status) {
        registry.page(TAGS + "?n=2", Names.tags("a", "b"), "<" + TAGS + "?n=2&last=b>; rel=next");
        registry.refuse(TAGS + "?n=2&last=b", status, "UNKNOWN");
        registry.page(TAGS, Names.tags("a", "b"), "<" + TAGS + "?last=c>; rel=next");
        registry.page(TAGS + "?last=c", Names.tags("d"));

        assertThat(texts(registry.tags().withPageSize(2).toList())).containsExactly("a", "b", "d");
        assertThat(texts(registry.tags().withPageSize(2))).containsExactly("a", "b", "a", "b", "d");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 405})
    void a_cursor_refused_again_is_an_incomplete_listing_and_no_missing_repository(int status) {
        registry.page(TAGS, Names.tags("a", "b"), "<" + TAGS + "?last=b>; rel=next");
        registry.refuse(TAGS + "?last=b", status, "NAME_UNKNOWN");
        registry.page(CATALOG + "?n=1000", Names.repositories("a", "b"), "<" + CATALOG + "?last=b>; rel=next");
        registry.refuse(CATALOG + "?last=b", status, "BAD_REQUEST");
        registry.page(CATALOG, Names.repositories("a", "b"), "<" + CATALOG + "?last=b>; rel=next");

        assertThatExceptionOfType(IncompleteListingException.class)
                .isThrownBy(registry.tags()::toList)
                .withMessageContaining("refused")
                .withCauseInstanceOf(ErrorResponseException.class);
        assertThat(registry.asked()).containsExactly(TAGS, TAGS + "?last=b", TAGS, TAGS + "?last=b");
        assertThatExceptionOfType(IncompleteListingException.class)
                .isThrownBy(registry.repositories()::toList)
                .withCauseInstanceOf(ErrorResponseException.class);
    }

    @Test
    void other_failures_of_a_later_page_are_what_they_are() {
        registry.page(TAGS, Names.tags("a", "b"), "<" + TAGS + "?last=b>; rel=next");
        registry.refuse(TAGS + "?last=b", 429, "TOOMANYREQUESTS");

        assertThatExceptionOfType(TooManyRequestsException.class).isThrownBy(registry.tags()::toList);
        assertThat(registry.asked()).hasSize(2);
    }

    @Test
    void a_page_that_failed_is_asked_for_again_when_the_iteration_goes_on() {
        registry.page(TAGS, Names.tags("a"), "<" + TAGS + "?last=a>; rel=next");
        registry.refuse(TAGS + "?last=a", 500, "UNKNOWN");
        var iterator = registry.tags().iterator();
        iterator.next();
        assertThatExceptionOfType(ErrorResponseException.class).isThrownBy(iterator::hasNext);

        registry.page(TAGS + "?last=a", Names.tags("b"));

        assertThat(iterator.next()).hasToString("b");
        assertThat(iterator.hasNext()).isFalse();
    }
}
