package io.github.registryclient.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The query of the next page out of every form of {@code Link} that registries were seen to send. */
@Timeout(20)
class LinkHeaderTest {
    private static final String[] TOKENS = {
        "<",
        ">",
        ";",
        ",",
        "=",
        "\"",
        "\\",
        " ",
        "\t",
        "rel",
        "next",
        "rel=next",
        "rel=\"next\"",
        "?",
        "#",
        "/v2/_catalog",
        "é"
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                // distribution 2.8, captured
                "</v2/_catalog?last=team%2Fapp-0004&n=5>; rel=\"next\"",
                // a relative path, a query alone, another scheme, host or port, a lost or foreign prefix
                "<_catalog?last=team%2Fapp-0004&n=5>; rel=\"next\"",
                "<?last=team%2Fapp-0004&n=5>; rel=\"next\"",
                "<http://registry.example.com/v2/_catalog?last=team%2Fapp-0004&n=5>; rel=\"next\"",
                "<https://attacker.example:8443/v2/_catalog?last=team%2Fapp-0004&n=5>; rel=\"next\"",
                "<//host/v2/_catalog?last=team%2Fapp-0004&n=5>; rel=\"next\"",
                "</repository/docker/v2/_catalog?last=team%2Fapp-0004&n=5>; rel=\"next\"",
                // without angle brackets
                "/v2/_catalog?last=team%2Fapp-0004&n=5; rel=\"next\"",
                "https://quay.example/v2/_catalog?last=team%2Fapp-0004&n=5; rel=next",
                // the relation unquoted, in another case, one of several, with spaces around
                "</v2/_catalog?last=team%2Fapp-0004&n=5>; rel=next",
                "</v2/_catalog?last=team%2Fapp-0004&n=5>; REL=\"NEXT\"",
                "</v2/_catalog?last=team%2Fapp-0004&n=5>; Rel=Next",
                "</v2/_catalog?last=team%2Fapp-0004&n=5>;rel=\"next\"",
                "</v2/_catalog?last=team%2Fapp-0004&n=5> ; rel = \"next\" ",
                "\t<  /v2/_catalog?last=team%2Fapp-0004&n=5  >;\trel\t=\tnext",
                "</v2/_catalog?last=team%2Fapp-0004&n=5>; rel=\"last next\"",
                "</v2/_catalog?last=team%2Fapp-0004&n=5>; rel=\" next  prefetch \"",
                "</v2/_catalog?last=team%2Fapp-0004&n=5>; rel=\"ne\\xt\"",
                // beside other parameters and links
                "</v2/_catalog?last=team%2Fapp-0004&n=5>; title=\"a, b; rel=prev\"; rel=\"next\"; type=text/plain",
                "</v2/_catalog?last=team%2Fapp-0004&n=5>; title=\"quote \\\", <x>; \"; rel=next",
                "</v2/_catalog?last=team%2Fapp-0004&n=5>; crossorigin; rel=next;",
                "</v2/_catalog?n=5>; rel=\"first\", </v2/_catalog?last=team%2Fapp-0004&n=5>; rel=\"next\"",
                "</v2/_catalog?last=team%2Fapp-0004&n=5>; rel=\"next\", </v2/_catalog?last=z>; rel=\"last\"",
                "</v2/_catalog?n=5>; rel=prev; title=\"rel=next, <y?z>; rel=next\","
                        + "</v2/_catalog?last=team%2Fapp-0004&n=5>; rel=next",
                ", ,</v2/_catalog?last=team%2Fapp-0004&n=5>; rel=\"next\",",
                // two next pages: the first counts
                "</v2/_catalog?last=team%2Fapp-0004&n=5>; rel=\"next\", </v2/_catalog?last=other>; rel=\"next\"",
                // a fragment is never sent
                "</v2/_catalog?last=team%2Fapp-0004&n=5#top>; rel=\"next\"",
                // cut or unbalanced brackets and quotes must not end a listing early
                "</v2/_catalog?last=team%2Fapp-0004&n=5; rel=\"next\"",
                "</v2/_catalog?last=team%2Fapp-0004&n=5>; rel=\"next",
                "</v2/_catalog?last=team%2Fapp-0004&n=5; rel=\"next\", </v2/_catalog?n=5>; rel=\"first\"",
                "</v2/_catalog?n=5; rel=\"first\", </v2/_catalog?last=team%2Fapp-0004&n=5>; rel=\"next\""
            })
    void the_query_of_the_next_page_is_found(String header) {
        assertThat(next(header)).contains("last=team%2Fapp-0004&n=5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "last=&n=100&orderby=",
                "orderby=&last=x",
                "next_page=gAAAAABm-_Zx9==&n=50",
                "next_page=gAAAAABm%2B%2f%3D%3d",
                "last=a/b/c&n=1",
                "last=a%2Fb%2fc&n=1",
                "last=a,b;c",
                "last=%E5%90%8D&n=1",
                "last=a+b%20c",
                "a=1&a=2&&=&b",
                "last=a?b=c?d",
                "last=1.0.4&n=5&x=\"y\"",
                "n=5&last=%%%",
                "q=a:b@c!$'()*~",
                "last=a<b&n=1"
            })
    void a_cursor_is_passed_on_byte_for_byte(String query) {
        assertThat(next("</v2/team/app/tags/list?" + query + ">; rel=\"next\"")).contains(query);
        assertThat(next("<https://h:1/v2/team/app/tags/list?" + query + ">; rel=next"))
                .contains(query);
        assertThat(next("<?" + query + ">;rel=next")).contains(query);
    }

    @Test
    void links_may_stand_in_several_headers() {
        assertThat(next("</v2/_catalog?n=5>; rel=first", "</v2/_catalog?last=b>; rel=next"))
                .contains("last=b");
        assertThat(next("", "garbage", "</v2/_catalog?last=b>; rel=next", "</v2/x>; rel=last"))
                .contains("last=b");
        assertThat(next("</v2/_catalog?last=b>; rel=next", "</v2/_catalog?last=c>; rel=next"))
                .contains("last=b");
    }

    @Test
    void a_target_without_query_is_a_next_page_with_an_empty_one() {
        assertThat(next("</v2/_catalog>; rel=\"next\"")).contains("");
        assertThat(next("</v2/_catalog?>; rel=\"next\"")).contains("");
        assertThat(next("</v2/_catalog#?a=b>; rel=\"next\"")).contains("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<>; rel=next", "; rel=next", "< >; rel='next'"})
    void an_announced_next_page_without_target_is_no_end(String header) {
        assertThat(next(header)).contains("");
    }

    @Test
    void single_quotes_quote_too() {
        assertThat(next("</v2/_catalog?last=b>; rel='next'")).contains("last=b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ",",
                ";",
                "<>",
                "</v2/_catalog?last=b>",
                "</v2/_catalog?last=b>; rel=\"prev\"",
                "</v2/_catalog?last=b>; rel=\"nextpage\"",
                "</v2/_catalog?last=b>; rel=\"not-next\"",
                "</v2/_catalog?last=b>; rel=\"\"",
                "</v2/_catalog?last=b>; rel",
                "</v2/_catalog?last=b>; rev=\"next\"",
                "</v2/_catalog?last=b>; title=\"rel=next\"",
                "</v2/_catalog?last=b>; title=\"; rel=next\"",
                "</v2/_catalog?rel=next>; rel=last",
                "</v2/_catalog?last=b>, rel=next",
                "rel=next"
            })
    void without_a_next_link_the_page_was_the_last(String header) {
        assertThat(next(header)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // a quote too many, or one missing
                "</b?last=a>; title=\"x; rel=\"next\"",
                "</b?last=a>; title=x\"; rel=prev, </b?last=a>; title=\"; rel=\"next\"",
                "</b?last=a>; \"rel=\"next\"",
                // another form of the parameter
                "</b?last=a>; rel*=next",
                "</b?last=a>; rel*=UTF-8''next",
                "</b?last=a>; rel=\"next;\"",
                "</b?last=a>; rel=\"next,\"",
                "</b?last=a>, rel=next",
                "rel=next",
                // cut
                "</b?last=a>; rel=\"ne",
                "</b?last=a>; title=\"",
                "</b?las",
                "<"
            })
    void a_link_that_cannot_be_read_or_looks_like_a_next_one_is_in_doubt(String header) {
        assertThat(next(header)).isEmpty();
        assertThat(page(header).hasDoubtfulLink()).isTrue();
        assertThat(page("</c>; rel=prev", header).hasDoubtfulLink()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";",
                ",",
                "<>",
                "garbage",
                "</b?last=a>",
                "</b?last=a>; rel",
                "</b?last=a>; rel=\"prev\"; title=\"next\"",
                "</b?last=a>; rel=\"first last\"",
                "</b?last=a>; rel=nextpage",
                "</b?last=a>; rel=\"not-next\"",
                "</b?last=a>; rel=\"https://example.com/next\"",
                "</b?last=a>; rev=next",
                "</b?last=a>; title=\"rel=next\"",
                "</b?last=a>; title*=UTF-8''rel%3Dnext",
                "</b?rel=next>; rel=last",
                "</b?last=a>; rel=preload; title=\"a \"b\" c\"",
                "</b?last=a<b>; rel=prev"
            })
    void a_link_that_can_be_read_and_is_another_is_in_no_doubt(String header) {
        assertThat(page(header).hasDoubtfulLink()).isFalse();
    }

    @Test
    void without_any_header_the_page_was_the_last_however_full_it_was() {
        ReceivedPage full = ReceivedPage.builder()
                .query("n=5")
                .requestedSize(5)
                .size(5)
                .lastEntry("e")
                .build();

        assertThat(PaginationStrategy.followLinks().nextQuery(full)).isEmpty();
    }

    @Test
    void a_short_or_empty_page_with_a_link_is_not_the_last() {
        ReceivedPage empty = ReceivedPage.builder()
                .query("n=5")
                .requestedSize(5)
                .size(0)
                .addLinks("</v2/_catalog?last=b&n=5>; rel=\"next\"")
                .build();

        assertThat(PaginationStrategy.followLinks().nextQuery(empty)).contains("last=b&n=5");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {71, 72, 73})
    void random_headers_are_settled_without_an_exception(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder header = new StringBuilder();
            int length = random.nextInt(12);
            for (int at = 0; at < length; at++) {
                header.append(
                        random.nextInt(8) == 0
                                ? String.valueOf((char) random.nextInt(0x10000))
                                : TOKENS[random.nextInt(TOKENS.length)]);
            }
            String text = header.toString();
            assertThatCode(() -> page(text).hasDoubtfulLink()).doesNotThrowAnyException();
            assertThatCode(() -> next(text).ifPresent(query -> assertThat(text).contains(query)))
                    .as("seed %d, header '%s'", seed, text)
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {81, 82, 83})
    void a_next_link_is_found_among_random_well_formed_others(long seed) {
        Random random = new Random(seed);
        String[] parameters = {
            "; rel=prev", "; rel=\"last first\"", "; title=\"a, <b>; rel=next\"", "; x", "; type=\"\\\"\"", ""
        };
        for (int i = 0; i < 5_000; i++) {
            StringBuilder header = new StringBuilder();
            int others = random.nextInt(4);
            for (int other = 0; other < others; other++) {
                header.append("</other?x=").append(other).append('>');
                header.append(parameters[random.nextInt(parameters.length)]);
                header.append(random.nextBoolean() ? ", " : ",");
            }
            String query = "last=" + Long.toString(random.nextLong(), 36) + ",;=" + random.nextInt(10);
            header.append("</v2/_catalog?").append(query).append(">; x=\"y, ;\"; rel=\"next\", </z>; rel=last");
            assertThat(next(header.toString()))
                    .as("seed %d, header '%s'", seed, header)
                    .contains(query);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<", ">", "<>", "\"", ";", ",", "=", " ", ";rel", "<a>;rel=\"", "\\", "a;", "\";\""})
    @Timeout(60)
    void long_hostile_headers_are_settled_at_once(String unit) {
        assertThatCode(() -> next(unit.repeat(200_000))).doesNotThrowAnyException();
        assertThatCode(() -> next("<a>;x=\"" + unit.repeat(200_000))).doesNotThrowAnyException();
        assertThatCode(() -> page(unit.repeat(200_000)).hasDoubtfulLink()).doesNotThrowAnyException();
    }

    @Test
    void null_is_refused() {
        assertThatNullPointerException()
                .isThrownBy(() -> PaginationStrategy.followLinks().nextQuery(null));
        assertThatNullPointerException().isThrownBy(() -> ReceivedPage.builder().addLinks((String) null));
    }

    private static Optional<String> next(String... headers) {
        return PaginationStrategy.followLinks().nextQuery(page(headers));
    }

    private static ReceivedPage page(String... headers) {
        return ReceivedPage.builder()
                .query("")
                .size(5)
                .links(Arrays.asList(headers))
                .lastEntry("entry")
                .build();
    }
}
