package io.github.registryclient.testkit.registry.manner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.testkit.manner.TagListManner;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each way to list tags, as the servers' sources have it or as it was seen. */
class TagListMannerTest {
    /** Manner, request line, answer. */
    private static final String[][] ANSWERS = {
        {"UNSORTED", "/v2/a/b/tags/list?n=4", "200 [a, B, 1.9, b] </v2/a/b/tags/list?n=4&last=b>; rel=\"next\""},
        {"UNSORTED", "/v2/a/b/tags/list?n=4&last=b", "200 [1.10]"},
        {"OLDEST_FIRST", "/v2/a/b/tags/list", "200 [b, 1.10, B, a, 1.9]"},
        {"OLDEST_FIRST", "/v2/a/b/tags/list?n=2&last=B", "200 [a, 1.9]"},
        {"UNPAGED", "/v2/a/b/tags/list?n=2&last=B", "200 [1.10, 1.9, B, a, b]"},
        {"UNPAGED", "/v2/a/b/tags/list?n=x", "200 [1.10, 1.9, B, a, b]"},
        {
            "PAGES_OF_100",
            "/v2/many/tags/list",
            "200 100: t0001 to t0100 </v2/many/tags/list?n=100&last=t0100>; rel=\"next\""
        },
        {"PAGES_OF_100", "/v2/many/tags/list?n=1001", "200 1001: t0001 to t1001"},
        {
            "PAGES_OF_AT_MOST_100",
            "/v2/many/tags/list",
            "200 100: t0001 to t0100 </v2/many/tags/list?n=100&last=t0100>; rel=\"next\""
        },
        {
            "PAGES_OF_AT_MOST_100",
            "/v2/many/tags/list?n=101",
            "200 100: t0001 to t0100 </v2/many/tags/list?n=100&last=t0100>; rel=\"next\""
        },
        {"PAGES_OF_AT_MOST_100", "/v2/a/b/tags/list?n=1", "200 [1.10] </v2/a/b/tags/list?n=1&last=1.10>; rel=\"next\""},
        {"N_ABOVE_1000_IS_REFUSED", "/v2/a/b/tags/list?n=1001", "400 PAGINATION_NUMBER_INVALID"},
        {"N_ABOVE_1000_IS_REFUSED", "/v2/a/b/tags/list?n=1000", "200 [1.10, 1.9, B, a, b]"},
        {
            "N_ABOVE_1000_MEANS_1000",
            "/v2/many/tags/list?n=5000",
            "200 1000: t0001 to t1000 </v2/many/tags/list?n=1000&last=t1000>; rel=\"next\""
        },
        {"N_ABOVE_1000_IS_UNSUPPORTED", "/v2/a/b/tags/list?n=1001", "405 UNSUPPORTED"},
        {"ZERO_MEANS_ONE", "/v2/a/b/tags/list?n=0", "200 [1.10] </v2/a/b/tags/list?n=1&last=1.10>; rel=\"next\""},
        {"ZERO_NEEDS_NO_REPOSITORY", "/v2/nosuch/tags/list?n=0", "200 []"},
        {"ZERO_NEEDS_NO_REPOSITORY", "/v2/nosuch/tags/list?n=1", "404 NAME_UNKNOWN"},
        {"LAST_NEEDS_NO_REPOSITORY", "/v2/nosuch/tags/list?last=x", "200 []"},
        {"LAST_NEEDS_NO_REPOSITORY", "/v2/nosuch/tags/list", "404 NAME_UNKNOWN"},
        {"BAD_N_IS_IGNORED", "/v2/a/b/tags/list?n=-1", "200 [1.10, 1.9, B, a, b]"},
        {"BAD_N_IS_REFUSED", "/v2/a/b/tags/list?n=-1", "400 PAGINATION_NUMBER_INVALID"},
        {"BAD_N_IS_REFUSED", "/v2/a/b/tags/list?n=x", "400 PAGINATION_NUMBER_INVALID"},
        {"BAD_N_IS_REFUSED", "/v2/a/b/tags/list?n=", "200 [1.10, 1.9, B, a, b]"},
        {"BAD_N_IS_REFUSED_AS_A_NUMBER", "/v2/a/b/tags/list?n=x", "400 PAGINATION_NUMBER_INVALID"},
        {"BAD_N_IS_A_BAD_REQUEST", "/v2/a/b/tags/list?n=x", "400 BAD_REQUEST"},
        {"BAD_N_IS_AN_EMPTY_ANSWER", "/v2/a/b/tags/list?n=-1", "400 "},
        {"BAD_N_IS_AN_EMPTY_ANSWER", "/v2/a/b/tags/list?n=x", "400 "},
        {"BAD_N_IS_AN_EMPTY_ANSWER", "/v2/a/b/tags/list?n=", "400 "},
        {"BAD_N_IS_AN_EMPTY_ANSWER", "/v2/a/b/tags/list?n=2&n=3", "400 "},
        {"BAD_N_IS_AN_EMPTY_ANSWER", "/v2/a/b/tags/list?n=%2B9", "200 [1.10, 1.9, B, a, b]"},
        {"BAD_N_IS_AN_EMPTY_ANSWER", "/v2/a/b/tags/list", "200 [1.10, 1.9, B, a, b]"},
        {"NEGATIVE_N_BREAKS_OFF", "/v2/a/b/tags/list?n=-1", "the connection ends"},
        {"UNKNOWN_LAST_SKIPS_ONE", "/v2/a/b/tags/list?last=1.8", "200 [B, a, b]"},
        {"UNKNOWN_LAST_SKIPS_ONE", "/v2/a/b/tags/list?last=1.9", "200 [B, a, b]"},
        {"UNKNOWN_LAST_SKIPS_ONE", "/v2/a/b/tags/list?last=zzz", "200 []"},
        {"UNKNOWN_LAST_IS_NOT_FOUND", "/v2/a/b/tags/list?last=1.8", "404 "},
        {"UNKNOWN_LAST_IS_NOT_FOUND", "/v2/a/b/tags/list?last=1.9", "200 [B, a, b]"},
        {
            "LAST_OF_ALL_BEGINS_AGAIN",
            "/v2/a/b/tags/list?n=2&last=b",
            "200 [1.10, 1.9] </v2/a/b/tags/list?n=2&last=1.9>; rel=\"next\""
        },
        {
            "FULL_PAGE_HAS_LINK",
            "/v2/a/b/tags/list?n=5",
            "200 [1.10, 1.9, B, a, b] </v2/a/b/tags/list?n=5&last=b>; rel=\"next\""
        },
        {"FULL_PAGE_HAS_LINK", "/v2/a/b/tags/list?n=5&last=b", "200 []"},
        {"FULL_PAGE_HAS_LINK", "/v2/a/b/tags/list", "200 [1.10, 1.9, B, a, b]"},
        {
            "CURSOR_IS_A_TOKEN",
            "/v2/a/b/tags/list?n=2&last=1.9",
            "200 [1.10, 1.9] </v2/a/b/tags/list?n=2&next_page=YmVoaW5kIDEuOQ>; rel=\"next\""
        },
        {"CURSOR_IS_A_TOKEN", "/v2/a/b/tags/list?n=3&next_page=YmVoaW5kIDEuOQ", "200 [B, a, b]"},
        {"CURSOR_IS_A_TOKEN", "/v2/a/b/tags/list?n=3&last=YmVoaW5kIDEuOQ", "200 [B, a, b]"},
        {"NULL_WHEN_EMPTY", "/v2/blobs/tags/list", "200 null"},
        {"NULL_WHEN_EMPTY", "/v2/a/b/tags/list?last=b", "200 null"},
        {"NULL_WHEN_EMPTY", "/v2/a/b/tags/list?n=0", "200 []"},
        {"NO_FIELD_WHEN_EMPTY", "/v2/blobs/tags/list", "200 nothing"},
        {"NULL_ENTRIES", "/v2/a/b/tags/list?last=B", "200 [a, null, b, null]"},
        {"DIGESTS_AMONG_TAGS", "/v2/a/b/tags/list?last=b", "200 [" + Listed.IMAGE.digest() + "]"},
        {"DUPLICATES", "/v2/a/b/tags/list?last=B", "200 [B, a, a, b]"},
        {"OTHER_NAME", "/v2/a/b/tags/list?last=B", "200 [a, b]"},
        {"WITH_MANIFESTS", "/v2/a/b/tags/list?last=B", "200 [a, b]"},
        {"NEVER_TAGGED_IS_UNKNOWN", "/v2/blobs/tags/list", "404 NAME_UNKNOWN"},
        {"NEVER_TAGGED_IS_UNKNOWN", "/v2/untagged/tags/list", "404 NAME_UNKNOWN"},
        {"NEVER_TAGGED_IS_UNKNOWN", "/v2/emptied/tags/list", "200 []"},
        {"EMPTY_IS_UNKNOWN", "/v2/emptied/tags/list", "404 NAME_UNKNOWN"},
        {"WITHOUT_MANIFEST_IS_UNKNOWN", "/v2/blobs/tags/list", "404 NAME_UNKNOWN"},
        {"WITHOUT_MANIFEST_IS_UNKNOWN", "/v2/untagged/tags/list", "200 []"},
        {"WITHOUT_MANIFEST_IS_UNKNOWN", "/v2/emptied/tags/list", "200 []"},
        {"UNKNOWN_IS_UNAUTHORIZED", "/v2/nosuch/tags/list", "401 UNAUTHORIZED"},
        {"UNKNOWN_IS_UNAUTHORIZED", "/v2/a/tags/list", "200 [x]"},
    };

    static Stream<Arguments> answers() {
        return Arrays.stream(ANSWERS).map(row -> Arguments.of(TagListManner.valueOf(row[0]), row[1], row[2]));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void tags_are_listed_as_the_manner_says(TagListManner manner, String target, String answer) {
        PlayedRegistry registry = Listed.fill(PlayedRegistry.with(manner));
        Listed.fillBlobs(registry, "blobs");
        registry.push("untagged", Listed.IMAGE);
        registry.push("emptied", Listed.IMAGE, "x")
                .deleteManifest("emptied", "x")
                .requireStatus(202);
        registry.deleteManifest("emptied", Listed.IMAGE.digest()).requireStatus(202);
        if (target.contains("/many/")) {
            Listed.fillTags(registry, 1001);
        }

        assertThat(Listed.answer(registry, "GET " + target)).isEqualTo(answer);
    }

    @Test
    void every_manner_is_tried() {
        EnumSet<TagListManner> left = EnumSet.allOf(TagListManner.class);
        answers().forEach(row -> left.remove((TagListManner) row.get()[0]));

        assertThat(left).isEmpty();
    }

    @Test
    void another_name_is_said_than_was_asked_for() {
        PlayedRegistry registry = Listed.fill(PlayedRegistry.with(TagListManner.OTHER_NAME));

        assertThat(registry.get("/v2/a/b/tags/list").body()).startsWith("{\"name\":\"b\",");
    }

    @Test
    void google_says_children_and_manifests() {
        PlayedRegistry registry = Listed.fill(PlayedRegistry.with(TagListManner.WITH_MANIFESTS));

        assertThat(registry.get("/v2/a/tags/list").body())
                .isEqualTo("{\"name\":\"a\",\"tags\":[\"x\"],\"child\":[\"b\"],\"manifest\":{\""
                        + Listed.IMAGE.digest() + "\":{\"mediaType\":\"" + Listed.IMAGE.mediaType()
                        + "\",\"imageSizeBytes\":\"" + Listed.IMAGE.bytes().length + "\",\"tag\":[\"x\"]}}}");
    }
}
