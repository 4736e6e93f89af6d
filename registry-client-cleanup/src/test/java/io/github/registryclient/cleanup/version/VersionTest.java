package io.github.registryclient.cleanup.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.error.InvalidInputException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {
    /** The first line is the example of Semantic Versioning 2.0.0, section 11, rule 4. */
    private static final List<String> IN_ORDER = List.of(
            "1.0.0-alpha",
            "1.0.0-alpha.1",
            "1.0.0-alpha.beta",
            "1.0.0-beta",
            "1.0.0-beta.2",
            "1.0.0-beta.11",
            "1.0.0-rc.1",
            "1.0.0",
            "v1.0.1",
            "1.2.0",
            "1.10.0",
            "v2.0.0-1",
            "v2.0.0-a",
            "2",
            "2.1",
            "10.0.0",
            "201806041925053.0.0");

    @ParameterizedTest
    @ValueSource(strings = {"20180604", "1234567", "v3", "7-alpine", "1-2.3"})
    void a_tag_that_begins_with_a_single_number_is_no_version_for_it_may_be_a_date_or_a_commit(String tag) {
        assertThat(Version.findInTag(tag)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2", "v1.2.3", "2.0-rc.1"})
    void a_tag_with_several_numbers_is_a_version(String tag) {
        assertThat(Version.findInTag(tag)).hasValue(Version.of(tag));
    }

    @Test
    void versions_have_their_semantic_order() {
        List<Version> shuffled = IN_ORDER.stream().map(Version::of).collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(shuffled, new Random(1));
        Collections.sort(shuffled);

        assertThat(shuffled)
                .isEqualTo(Stream.of(IN_ORDER)
                        .flatMap(List::stream)
                        .map(Version::of)
                        .collect(Collectors.toList()));
    }

    @ParameterizedTest
    @CsvSource({"1.0, 1.0.0", "v1, 1.0.0", "1.0.0+build.7, 1.0.0", "01.2, 1.2.0"})
    void spellings_of_one_version_are_equal(String one, String other) {
        assertThat(Version.of(one)).isEqualTo(Version.of(other)).hasSameHashCodeAs(Version.of(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"latest", "1.2.3.4", "v", "1..2", "1.0-", "1.0_rc", "V1.0", "", "1.0-a..b"})
    void what_is_no_version_is_none(String text) {
        assertThat(Version.find(text)).isEmpty();
        assertThatThrownBy(() -> Version.of(text)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void a_range_has_no_pre_releases_unless_they_are_said() {
        VersionRange.Builder range = VersionRange.builder();
        range.atLeast(Version.of("1.0.0")).below(Version.of("2.0.0"));

        assertThat(range.build().contains(Version.of("1.0.0"))).isTrue();
        assertThat(range.build().contains(Version.of("2.0.0"))).isFalse();
        assertThat(range.build().contains(Version.of("2.0.0-rc.1"))).isFalse();
        assertThat(range.preReleases(true).build().contains(Version.of("2.0.0-rc.1")))
                .isTrue();
    }

    @Test
    void a_range_that_nothing_is_in_is_refused() {
        assertThatThrownBy(() -> VersionRange.builder()
                        .atLeast(Version.of("2.0.0"))
                        .below(Version.of("1.0.0"))
                        .build())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("no version is from 2.0.0");
    }
}
