package io.github.registryclient.tests.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.cleanup.plan.Plan;
import io.github.registryclient.cleanup.policy.ImageReference;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Verdicts that somebody foretold who had read only the page on policies, each with something tricky added to its examples. */
class ForetoldTest {
    private static final String TAKEN_OUT = "- ";

    private final PolicyPage page = PolicyPage.read();

    static List<String> foretold() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ForetoldTest.class.getResourceAsStream("foretold.txt")),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toList());
        }
    }

    @ParameterizedTest
    @MethodSource("foretold")
    void the_verdicts_are_those_that_a_reader_of_the_page_foretold(String line) {
        String[] columns = line.split(" *\\| *", -1);
        Predicate<String> taken = change -> change.startsWith(TAKEN_OUT);
        Plan plan = ThreePoliciesTest.plan(
                page.policy(columns[0]),
                page.content(
                        columns[0],
                        parts(columns[1]).filter(taken.negate()).collect(Collectors.toList()),
                        parts(columns[1])
                                .filter(taken)
                                .map(change -> change.substring(TAKEN_OUT.length()))
                                .collect(Collectors.toList())));
        Map<String, String> expected = new TreeMap<>();
        Map<String, String> actual = new TreeMap<>();
        parts(columns[2]).forEach(verdict -> {
            String[] words = verdict.split(" ", -1);
            expected.put(words[0], words[1]);
            actual.put(words[0], verdict(plan, ImageReference.parse(words[0])));
        });

        assertThat(actual).isEqualTo(expected);
    }

    private static Stream<String> parts(String column) {
        return Stream.of(column.split(" *; *", -1)).filter(part -> !part.isEmpty());
    }

    private static String verdict(Plan plan, ImageReference tag) {
        return plan.explain(tag.repository(), tag.tag().orElseThrow())
                .decision()
                .verdict()
                .name()
                .toLowerCase(Locale.ROOT);
    }
}
