package io.github.registryclient.http.listing;

import static io.github.registryclient.http.listing.Names.texts;
import static io.github.registryclient.http.listing.PlayedRegistry.TAGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.registryclient.Listing;
import io.github.registryclient.error.IncompleteListingException;
import io.github.registryclient.name.Tag;
import io.github.registryclient.paging.PaginationStrategy;
import io.github.registryclient.paging.ReceivedPage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A strategy of the caller's own: here one that computes {@code last}, for registries that page without links. */
class PaginationStrategyTest {
    private static final PaginationStrategy BY_LAST = page -> page.size() == 0
            ? Optional.empty()
            : page.lastEntry().map(last -> "n=" + page.requestedSize().orElse(100) + "&last=" + last);

    @RegisterExtension
    static final PlayedRegistry registry = new PlayedRegistry();

    @Test
    void a_strategy_that_computes_last_goes_on_until_an_empty_page() {
        registry.page(TAGS + "?n=2", Names.tags("a", "b"));
        registry.page(TAGS + "?n=2&last=b", Names.tags("c", "d"));
        registry.page(TAGS + "?n=2&last=d", "{\"name\":\"app\",\"tags\":[]}");

        assertThat(texts(tags(BY_LAST).withPageSize(2))).containsExactly("a", "b", "c", "d");
        assertThat(registry.asked()).hasSize(3);
    }

    @Test
    void a_registry_that_ignores_last_is_found_out() {
        registry.page(TAGS, Names.tags("b", "a"));
        registry.page(TAGS + "?n=100&last=a", Names.tags("a", "b"));

        assertThatExceptionOfType(IncompleteListingException.class)
                .isThrownBy(tags(BY_LAST)::toList)
                .withMessageContaining("ignores");
    }

    @Test
    void a_strategy_sees_the_page_as_it_came() {
        List<ReceivedPage> seen = new CopyOnWriteArrayList<>();
        PaginationStrategy watching = page -> {
            seen.add(page);
            return PaginationStrategy.followLinks().nextQuery(page);
        };
        registry.page(
                TAGS + "?n=9",
                "{\"tags\":[\"b\",\"b\",null,\"sha256:00\"]}",
                "<" + TAGS + "?n=9&c=1>; rel=next",
                "<x>");
        registry.page(TAGS + "?n=9&c=1", "{\"name\":\"app\"}");

        assertThat(texts(tags(watching).withPageSize(9))).containsExactly("b");
        assertThat(seen)
                .containsExactly(
                        ReceivedPage.builder()
                                .query("n=9")
                                .requestedSize(OptionalInt.of(9))
                                .size(4)
                                .lastEntry("sha256:00")
                                .links(List.of("<" + TAGS + "?n=9&c=1>; rel=next", "<x>"))
                                .build(),
                        ReceivedPage.builder()
                                .query("n=9&c=1")
                                .requestedSize(OptionalInt.of(9))
                                .size(0)
                                .links(List.of())
                                .build());
    }

    @Test
    void a_strategy_that_ends_before_the_registrys_link_does_is_found_out() {
        registry.page(TAGS, Names.tags("a"), "<" + TAGS + "?last=a>; rel=next");

        assertThatExceptionOfType(IncompleteListingException.class)
                .isThrownBy(tags(page -> Optional.empty())::toList)
                .withMessageContaining("there is more");
    }

    @Test
    void a_query_stays_a_query_whatever_a_strategy_says() {
        PaginationStrategy careless = page ->
                page.query().isEmpty() ? Optional.of("last=/../../x y#z?http://other.invalid/") : Optional.empty();
        registry.page(TAGS, Names.tags("a"));
        registry.page(TAGS + "?last=/../../x%20y%23z?http://other.invalid/", Names.tags("b"));

        assertThat(texts(tags(careless))).containsExactly("a", "b");
    }

    @Test
    void the_fallback_for_referrers_is_whole_whatever_a_strategy_says() {
        registry.refuse(PlayedReferrers.REFERRERS, 404, "UNSUPPORTED");
        registry.answer(PlayedReferrers.FALLBACK, PlayedReferrers.index(PlayedReferrers.SBOM));
        PaginationStrategy endless = page -> Optional.of("again=" + page.query().length());

        assertThat(registry.client(settings -> settings.pagination(endless))
                        .listReferrers(PlayedReferrers.APP, PlayedReferrers.SUBJECT)
                        .toList())
                .hasSize(1);
    }

    private Listing<Tag> tags(PaginationStrategy strategy) {
        return registry.client(settings -> settings.pagination(strategy)).listTags("app");
    }
}
