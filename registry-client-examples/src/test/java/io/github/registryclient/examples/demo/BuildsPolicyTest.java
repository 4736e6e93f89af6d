package io.github.registryclient.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.name.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BuildsPolicyTest {
    @Test
    void builds_go_except_the_newest_by_their_time_whatever_their_version() {
        assertThat(going(2, "1.0.0-201806041925053", "2.0.0-201809251650031", "3.0.0-201805010000000"))
                .containsExactly("3.0.0-201805010000000");
        assertThat(going(1, "1.0.0-201806041925053", "2.0.0-201809251650031", "3.0.0-201805010000000"))
                .containsExactly("1.0.0-201806041925053", "3.0.0-201805010000000");
    }

    @Test
    void times_of_different_precision_are_compared() {
        assertThat(going(1, "1.0.0-201806041925", "1.0.0-20180604192505", "1.0.0-201806041924599"))
                .containsExactly("1.0.0-201806041925", "1.0.0-201806041924599");
    }

    @Test
    void whatever_is_no_build_stays() {
        assertThat(going(
                        1,
                        "1.0.0-209901010000000",
                        "latest",
                        "1.0.0",
                        "v1.0.0-201806041925053",
                        "1.0.0-rc.1",
                        "1.0.0-201806041925053-debug",
                        "1.0-201806041925053",
                        "1.0.0-123",
                        "sha256-" + "ab".repeat(32),
                        "main"))
                .isEmpty();
    }

    @Test
    void with_fewer_builds_than_are_kept_all_stay() {
        assertThat(going(5, "1.0.0-201806041925053", "2.0.0-201809251650031")).isEmpty();
        assertThat(going(5)).isEmpty();
    }

    private static List<String> going(int keep, String... tags) {
        Map<Tag, Verdict> verdicts =
                new BuildsPolicy(keep).judge(Arrays.stream(tags).map(Tag::of).collect(Collectors.toList()));
        return verdicts.entrySet().stream()
                .filter(entry -> entry.getValue().goes())
                .map(entry -> entry.getKey().toString())
                .collect(Collectors.toList());
    }
}
