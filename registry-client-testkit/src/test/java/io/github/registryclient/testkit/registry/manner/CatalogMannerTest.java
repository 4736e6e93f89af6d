package io.github.registryclient.testkit.registry.manner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.testkit.manner.CatalogManner;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each way to list repositories, as the servers' sources have it or as it was seen. */
class CatalogMannerTest {
    private static final String ALL = "200 [a, a-b, a/b, a/b/c, blobs, emptied]";

    /** Manner, query, answer. */
    private static final String[][] ANSWERS = {
        {"ABSENT", "", "404 404 page not found"},
        {"UNSUPPORTED", "", "405 UNSUPPORTED"},
        {"FOR_ADMINISTRATORS", "", "401 UNAUTHORIZED"},
        {"INSUFFICIENT_SCOPE", "", "401 UNAUTHORIZED"},
        {"EMPTY_FOR_ANONYMOUS", "", "200 []"},
        {"PAGES_OF_100", "", "200 100: a to m0094 </v2/_catalog?n=100&last=m0094>; rel=\"next\""},
        {"PAGES_OF_100", "?n=1001", "200 1001: a to m0995 </v2/_catalog?n=1001&last=m0995>; rel=\"next\""},
        {"PAGES_OF_AT_MOST_100", "?n=101", "200 100: a to m0094 </v2/_catalog?n=100&last=m0094>; rel=\"next\""},
        {"PAGES_OF_AT_MOST_100", "", "200 100: a to m0094 </v2/_catalog?n=100&last=m0094>; rel=\"next\""},
        {"CUT_AT_10000", "", "200 1007: a to m1001"},
        {"N_ABOVE_1000_IS_REFUSED", "?n=1001", "400 PAGINATION_NUMBER_INVALID"},
        {"N_ABOVE_1000_MEANS_1000", "?n=1001", "200 1000: a to m0994 </v2/_catalog?n=1000&last=m0994>; rel=\"next\""},
        {"N_ABOVE_1000_IS_UNSUPPORTED", "?n=1001", "405 UNSUPPORTED"},
        {"ZERO_MEANS_ONE", "?n=0", "200 [a] </v2/_catalog?n=1&last=a>; rel=\"next\""},
        {"BAD_N_IS_IGNORED", "?n=-1", ALL},
        {"BAD_N_IS_REFUSED", "?n=x", "400 PAGINATION_NUMBER_INVALID"},
        {"BAD_N_IS_A_BAD_REQUEST", "?n=-1", "400 BAD_REQUEST"},
        {"BAD_N_MEANS_ZERO", "?n=x", "200 []"},
        {"BAD_N_MEANS_ZERO", "?n=-1", "200 []"},
        {"BAD_N_MEANS_ZERO", "?n=99999999999999999999", ALL},
        {"BAD_N_MEANS_ZERO", "?n=", ALL},
        {"WALKED_ON_DISK_AS_2_8", "?n=1&last=p%2F0", "200 [p/1] </v2/_catalog?n=1&last=p%2F1>; rel=\"next\""},
        {"WALKED_ON_DISK_AS_2_8", "?n=3&last=emptied", "200 [p/0, p/1, p] </v2/_catalog?n=3&last=p>; rel=\"next\""},
        {"WALKED_ON_DISK_AS_2_8", "?n=1&last=emptied", "200 [p/0] </v2/_catalog?n=1&last=p%2F0>; rel=\"next\""},
        {"WALKED_ON_DISK_AS_2_8", "?n=2&last=emptied", "200 [p/0, p/1]"},
        {"WALKED_ON_DISK_AS_2_8", "?n=5&last=p%2F1", "200 [p/q]"},
        {"WALKED_ON_DISK_AS_3_0", "?n=2&last=emptied", "the connection ends"},
        {"WALKED_ON_DISK_AS_3_0", "?n=5&last=p%2F1", "200 [p/q]"},
        {"WALKED_ON_DISK_AS_3_1_2", "?n=2&last=emptied", "the connection ends"},
        {"WALKED_ON_DISK_AS_3_1_2", "?n=5&last=p%2F1", "200 [p, p/q]"},
        {"SEGMENT_BY_SEGMENT", "", "200 [a, a/b, a/b/c, a-b, blobs, emptied]"},
        {"SEGMENT_BY_SEGMENT", "?n=1&last=a%2Fb%2Fc", "200 [a-b] </v2/_catalog?n=1&last=a-b>; rel=\"next\""},
        {"RANDOM_ORDER", "", "200 [a, a/b, a-b, blobs, a/b/c, emptied]"},
        {"LAST_IS_IGNORED", "?last=emptied", ALL},
        {"LAST_NEEDS_N", "?last=emptied", ALL},
        {"LAST_NEEDS_N", "?last=blobs&n=5", "200 [emptied]"},
        {"UNKNOWN_LAST_IS_REFUSED", "?last=b&n=5", "400 BAD_REQUEST"},
        {"UNKNOWN_LAST_ENDS_IT", "?last=b", "200 []"},
        {"UNKNOWN_LAST_ENDS_IT", "?last=blobs", "200 [emptied]"},
        {"FULL_PAGE_HAS_LINK", "?n=6", ALL + " </v2/_catalog?n=6&last=emptied>; rel=\"next\""},
        {"CURSOR_IS_A_TOKEN", "?n=1&last=a-b", "200 [a] </v2/_catalog?n=1&next_page=YmVoaW5kIGE>; rel=\"next\""},
        {"CURSOR_IS_A_TOKEN", "?next_page=YmVoaW5kIGJsb2Jz", "200 [emptied]"},
        {"NULL_WHEN_EMPTY", "?n=0", "200 null"},
        {"WITHOUT_MANIFEST_IS_ABSENT", "", "200 [a, a-b, a/b, a/b/c, emptied]"},
        {"EMPTY_IS_ABSENT", "", "200 [a, a-b, a/b, a/b/c]"},
    };

    static Stream<Arguments> answers() {
        return Arrays.stream(ANSWERS).map(row -> Arguments.of(CatalogManner.valueOf(row[0]), row[1], row[2]));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void repositories_are_listed_as_the_manner_says(CatalogManner manner, String query, String answer) {
        PlayedRegistry registry = Listed.fill(PlayedRegistry.with(manner));
        Listed.fillBlobs(registry, "blobs");
        registry.push("emptied", Listed.IMAGE, "x")
                .deleteManifest("emptied", Listed.IMAGE.digest())
                .requireStatus(202);
        if (manner.name().startsWith("WALKED")) {
            for (String name : new String[] {"p/1", "p", "p/q", "p/0"}) {
                registry.push(name, Listed.IMAGE, "x");
            }
        }
        if (answer.contains("0: ") || answer.contains("7: ") || answer.contains("1: ")) {
            for (int i = 1; i <= 1001; i++) {
                registry.push(String.format("m%04d", i), Listed.IMAGE);
            }
        }

        assertThat(Listed.answer(registry, "GET /v2/_catalog" + query)).isEqualTo(answer);
    }

    @Test
    void every_manner_is_tried() {
        EnumSet<CatalogManner> left = EnumSet.allOf(CatalogManner.class);
        answers().forEach(row -> left.remove((CatalogManner) row.get()[0]));

        assertThat(left).isEmpty();
    }

    @Test
    void the_order_is_another_one_at_each_request() {
        PlayedRegistry registry = Listed.fill(PlayedRegistry.with(CatalogManner.RANDOM_ORDER));
        Set<String> orders = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            orders.add(Listed.answer(registry, "GET /v2/_catalog"));
        }

        assertThat(orders).hasSizeGreaterThan(5);
    }

    @Test
    void whoever_says_who_he_is_sees_everything() {
        PlayedRegistry registry = Listed.fill(PlayedRegistry.with(CatalogManner.EMPTY_FOR_ANONYMOUS));

        assertThat(registry.get("/v2/").header("WWW-Authenticate")).isEqualTo("Basic realm=\"registry\"");
        assertThat(registry.get("/v2/", "Authorization", "Basic dTpw").status()).isEqualTo(200);
        assertThat(registry.get("/v2/_catalog", "Authorization", "Basic dTpw").body())
                .isEqualTo("{\"repositories\":[\"a\",\"a-b\",\"a/b\",\"a/b/c\"]}");
    }

    @Test
    void a_catalog_for_some_says_what_it_wants() {
        assertThat(PlayedRegistry.with(CatalogManner.FOR_ADMINISTRATORS)
                        .get("/v2/_catalog")
                        .header("WWW-Authenticate"))
                .isEqualTo("Basic realm=\"harbor\"");
        assertThat(PlayedRegistry.with(CatalogManner.INSUFFICIENT_SCOPE)
                        .get("/v2/_catalog")
                        .header("WWW-Authenticate"))
                .startsWith("Bearer ")
                .endsWith("error=\"insufficient_scope\"");
    }
}
