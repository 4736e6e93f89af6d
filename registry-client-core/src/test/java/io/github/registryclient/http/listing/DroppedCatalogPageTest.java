package io.github.registryclient.http.listing;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.github.registryclient.http.listing.Names.count;
import static io.github.registryclient.http.listing.Names.texts;
import static io.github.registryclient.http.listing.PlayedRegistry.CATALOG;
import static io.github.registryclient.http.listing.PlayedRegistry.TAGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.github.registryclient.error.ErrorResponseException;
import io.github.registryclient.error.NoResponseException;
import io.github.registryclient.paging.PaginationStrategy;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** distribution 3.1 drops the connection where a boundary falls badly: another n moves the boundary, and is judged as such. */
class DroppedCatalogPageTest {
    @RegisterExtension
    static final PlayedRegistry registry = new PlayedRegistry();

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"EMPTY_RESPONSE", "MALFORMED_RESPONSE_CHUNK", "CONNECTION_RESET_BY_PEER"})
    void a_dropped_page_is_asked_for_with_another_n(Fault fault) {
        registry.answer(CATALOG + "?n=1000", aResponse().withFault(fault));
        registry.page(CATALOG + "?n=999", Names.repositories("a"), "<" + CATALOG + "?last=a&n=999>; rel=next");
        registry.answer(CATALOG + "?last=a&n=999", aResponse().withFault(fault));
        registry.page(CATALOG + "?last=a&n=998", Names.repositories("b"));

        assertThat(texts(registry.repositories())).containsExactly("a", "b");
    }

    @Test
    void a_page_that_a_proxy_says_was_dropped_is_asked_for_with_another_n() {
        registry.answer(CATALOG + "?n=1000", badGateway());
        registry.page(CATALOG + "?n=999", Names.repositories("a"));

        assertThat(texts(registry.repositories())).containsExactly("a");
    }

    @Test
    void a_proxy_that_says_so_again_is_believed() {
        registry.answer(CATALOG + "?n=1000", badGateway());
        registry.answer(CATALOG + "?n=999", badGateway());

        assertThatExceptionOfType(ErrorResponseException.class)
                .isThrownBy(registry.repositories()::toList)
                .satisfies(failure -> assertThat(failure.status()).isEqualTo(502))
                .withMessageContaining("n=1000")
                .satisfies(failure -> assertThat(failure.getSuppressed()).hasSize(1));
    }

    /** As nginx says it. */
    private static ResponseDefinitionBuilder badGateway() {
        return aResponse()
                .withStatus(502)
                .withHeader("Content-Type", "text/html")
                .withBody("<html><head><title>502 Bad Gateway</title></head></html>");
    }

    @Test
    void a_page_dropped_again_is_no_answer_and_not_asked_for_a_third_time() {
        registry.answer(CATALOG + "?n=1000", aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));
        registry.answer(CATALOG + "?n=999", aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));

        assertThatExceptionOfType(NoResponseException.class)
                .isThrownBy(registry.repositories()::toList)
                .satisfies(failure -> assertThat(failure.getSuppressed()).hasSize(1));
        assertThat(registry.asked()).containsOnly(CATALOG + "?n=1000", CATALOG + "?n=999");
    }

    @Test
    void a_page_full_by_the_other_n_is_no_end() {
        registry.answer(CATALOG + "?n=100", aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));
        registry.page(CATALOG + "?n=99", Names.repositories(count("r", 0, 99)));
        registry.page(CATALOG, Names.repositories(count("r", 0, 200)));

        assertThat(texts(registry.repositories().withPageSize(100))).isEqualTo(count("r", 0, 200));
    }

    @Test
    void a_strategy_is_told_the_n_that_was_asked_for_in_the_end() {
        PaginationStrategy untilShort =
                page -> page.size() < page.requestedSize().orElse(0)
                        ? Optional.empty()
                        : page.lastEntry().map(last -> "n=3&last=" + last);
        registry.answer(CATALOG + "?n=3", aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));
        registry.page(CATALOG + "?n=2", Names.repositories("a", "b"));
        registry.page(CATALOG + "?n=3&last=b", Names.repositories("c"));

        assertThat(texts(registry.client(settings -> settings.pageSize(3).pagination(untilShort))
                        .listRepositories()))
                .containsExactly("a", "b", "c");
    }

    @Test
    void a_dropped_page_of_tags_is_no_answer() {
        registry.answer(TAGS, aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));

        assertThatExceptionOfType(NoResponseException.class).isThrownBy(registry.tags()::toList);
        assertThat(registry.asked()).containsOnly(TAGS);
    }
}
