package io.github.registryclient.testkit.registry.manner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.testkit.manner.LinkManner;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each form of a link to the next page, of which {@code tags/list?n=2&last=1.9} is the plain one. */
class LinkMannerTest {
    private static final String PLAIN = "</v2/a/b/tags/list?n=2&last=1.9>; rel=\"next\"";
    private static final String TAGS = "/v2/a/b/tags/list?n=2";

    static Stream<Arguments> links() {
        return Stream.of(
                row(LinkManner.ABSOLUTE, "<http://registry.test:5000/v2/a/b/tags/list?n=2&last=1.9>; rel=\"next\""),
                row(
                        LinkManner.OTHER_SCHEME,
                        "<https://registry.test:5000/v2/a/b/tags/list?n=2&last=1.9>; rel=\"next\""),
                row(LinkManner.OTHER_HOST, "<https://registry.example/v2/a/b/tags/list?n=2&last=1.9>; rel=\"next\""),
                row(
                        LinkManner.OTHER_PREFIX,
                        "<http://registry.test:5000/repository/docker/v2/a/b/tags/list?n=2&last=1.9>; rel=\"next\""),
                row(LinkManner.LOST_FIRST_SEGMENT, "</v2/b/tags/list?n=2&last=1.9>; rel=\"next\""),
                row(LinkManner.RELATIVE, "<list?n=2&last=1.9>; rel=\"next\""),
                row(LinkManner.WITHOUT_BRACKETS, "/v2/a/b/tags/list?n=2&last=1.9; rel=\"next\""),
                row(LinkManner.UNQUOTED_REL, "</v2/a/b/tags/list?n=2&last=1.9>; rel=next"),
                row(LinkManner.UPPER_CASE, "</v2/a/b/tags/list?n=2&last=1.9>; REL=\"NEXT\""),
                row(
                        LinkManner.OTHER_PARAMETERS,
                        "</v2/a/b/tags/list?n=2&last=1.9>; title=\"more, or; less\"; rel=\"next\"; type=\"text/html\""),
                row(LinkManner.OTHER_REL_FIRST, "</v2/a/b/tags/list>; rel=\"first\", " + PLAIN),
                row(LinkManner.TWO_IN_ONE, PLAIN + ", </v2/a/b/tags/list>; rel=\"first\""),
                row(LinkManner.TWO_HEADERS, "</v2/a/b/tags/list>; rel=\"first\"", PLAIN),
                row(LinkManner.LAST_BEFORE_N, "</v2/a/b/tags/list?last=1.9&n=2>; rel=\"next\""),
                row(LinkManner.UNESCAPED, PLAIN),
                row(LinkManner.MISSING),
                row(LinkManner.REPEATED, "</v2/a/b/tags/list?n=2>; rel=\"next\""),
                row(LinkManner.ON_FULL_PAGE, PLAIN),
                row(LinkManner.ON_NON_EMPTY_PAGE, PLAIN));
    }

    private static Arguments row(LinkManner manner, String... links) {
        return Arguments.of(manner, Arrays.asList(links));
    }

    @ParameterizedTest
    @MethodSource("links")
    void a_link_has_the_form_that_the_manner_says(LinkManner manner, List<String> links) {
        PlayedRegistry registry = Listed.fill(PlayedRegistry.with(manner));

        assertThat(registry.get(TAGS).headers("Link")).isEqualTo(links);
        assertThat(Listed.answer(registry, "GET " + TAGS)).startsWith("200 [1.10, 1.9]");
    }

    @Test
    void every_manner_is_tried() {
        EnumSet<LinkManner> left = EnumSet.allOf(LinkManner.class);
        links().forEach(row -> left.remove((LinkManner) row.get()[0]));

        assertThat(left).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            names = {"ON_FULL_PAGE", "ON_NON_EMPTY_PAGE"},
            mode = EnumSource.Mode.EXCLUDE)
    void a_page_that_is_the_last_has_no_link(LinkManner manner) {
        PlayedRegistry registry = Listed.fill(PlayedRegistry.with(manner));

        assertThat(registry.get("/v2/a/b/tags/list?n=5").headers("Link")).isEmpty();
        assertThat(registry.get("/v2/_catalog").headers("Link")).isEmpty();
    }

    @Test
    void a_full_page_leads_to_an_empty_one() {
        PlayedRegistry registry = Listed.fill(PlayedRegistry.with(LinkManner.ON_FULL_PAGE));

        assertThat(Listed.answer(registry, "GET /v2/_catalog?n=4"))
                .isEqualTo("200 [a, a-b, a/b, a/b/c] </v2/_catalog?n=4&last=a%2Fb%2Fc>; rel=\"next\"");
        assertThat(Listed.answer(registry, "GET /v2/_catalog?n=4&last=a%2Fb%2Fc"))
                .isEqualTo("200 []");
        assertThat(Listed.answer(registry, "GET /v2/_catalog?n=5")).isEqualTo("200 [a, a-b, a/b, a/b/c]");
    }

    @Test
    void giteas_last_page_leads_to_an_empty_one_also_without_size() {
        PlayedRegistry registry = Listed.fill(PlayedRegistry.with(LinkManner.ON_NON_EMPTY_PAGE));

        assertThat(Listed.answer(registry, "GET /v2/a/b/tags/list"))
                .isEqualTo("200 [1.10, 1.9, B, a, b] </v2/a/b/tags/list?last=b>; rel=\"next\"");
        assertThat(Listed.answer(registry, "GET /v2/a/b/tags/list?last=b")).isEqualTo("200 []");
    }

    @Test
    void zots_slash_is_not_encoded() {
        PlayedRegistry registry = Listed.fill(PlayedRegistry.with(LinkManner.UNESCAPED));

        assertThat(Listed.answer(registry, "GET /v2/_catalog?n=3"))
                .isEqualTo("200 [a, a-b, a/b] </v2/_catalog?n=3&last=a/b>; rel=\"next\"");
    }

    @Test
    void distribution_says_last_first_and_the_name_of_the_header_may_be_in_capitals() {
        PlayedRegistry registry = Listed.fill(PlayedRegistry.with(LinkManner.LAST_BEFORE_N, LinkManner.UPPER_CASE));

        assertThat(registry.get("/v2/_catalog?n=3").toString())
                .contains("LINK=</v2/_catalog?last=a%2Fb&n=3>; REL=\"NEXT\"");
    }
}
