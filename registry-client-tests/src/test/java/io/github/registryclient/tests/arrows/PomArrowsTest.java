package io.github.registryclient.tests.arrows;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.tests.Pom;
import io.github.registryclient.tests.ProjectTree;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The POMs point the same way as the classes, and say what a user of the library gets. */
class PomArrowsTest {
    private static final String API = "registry-client-api";
    private static final String CORE = "registry-client-core";
    private static final String CLEANUP = "registry-client-cleanup";
    private static final String TESTKIT = "registry-client-testkit";
    private static final String EXAMPLES = "registry-client-examples";

    @Test
    void modules_depend_on_each_other_in_one_direction_and_nobody_on_tests_or_benchmarks() {
        Map<String, Set<String>> arrows = ProjectTree.modules().stream()
                .map(Pom::read)
                .collect(Collectors.toMap(Pom::artifact, pom -> pom.dependenciesOn("io.github.registryclient")));

        assertThat(arrows)
                .isEqualTo(Map.of(
                        API,
                        Set.of(),
                        CORE,
                        Set.of(API),
                        CLEANUP,
                        Set.of(API),
                        TESTKIT,
                        Set.of(API),
                        EXAMPLES,
                        Set.of(CORE, CLEANUP, TESTKIT),
                        "registry-client-tests",
                        Set.of(CORE, CLEANUP, TESTKIT, EXAMPLES),
                        "registry-client-benchmarks",
                        Set.of(CORE, CLEANUP, TESTKIT)));
    }

    @Test
    void the_testkit_needs_nothing_at_run_time_but_the_api_and_jackson() {
        assertThat(Pom.read(ProjectTree.root().resolve(TESTKIT)).runTimeDependencies())
                .containsExactlyInAnyOrder(API, "jackson-core", "jackson-databind");
    }

    @Test
    void the_clean_up_needs_a_matcher_in_linear_time_beside_the_api_and_jackson() {
        assertThat(Pom.read(ProjectTree.root().resolve(CLEANUP)).runTimeDependencies())
                .containsExactlyInAnyOrder(API, "jackson-core", "jackson-databind", "re2j");
    }

    @Test
    void the_client_needs_nothing_at_run_time_but_jackson() {
        Set<String> jackson = Set.of("jackson-core", "jackson-databind");

        assertThat(Pom.read(ProjectTree.root().resolve(API)).runTimeDependencies())
                .isEqualTo(jackson);
        assertThat(Pom.read(ProjectTree.root().resolve(CORE)).runTimeDependencies())
                .containsExactlyInAnyOrder(API, "jackson-core", "jackson-databind");
    }
}
