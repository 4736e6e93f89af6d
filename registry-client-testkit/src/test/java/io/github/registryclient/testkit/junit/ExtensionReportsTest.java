package io.github.registryclient.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.TestExecutionResult.Status.ABORTED;
import static org.junit.platform.engine.TestExecutionResult.Status.FAILED;
import static org.junit.platform.engine.TestExecutionResult.Status.SUCCESSFUL;

import java.net.ConnectException;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** What JUnit reports of tests whose scripts were not kept. */
class ExtensionReportsTest {
    private static final String REPORT = "The embedded registry reports: 1 line of its script was not met.";

    private final Run scripts = Run.of(Cases.OfScripts.class);

    private Throwable failure(String test) {
        return scripts.failure(test).orElseThrow();
    }

    @Test
    void a_test_that_keeps_its_script_passes() {
        assertThat(scripts.status("keeps_the_script(EmbeddedRegistry)")).isEqualTo(SUCCESSFUL);
    }

    @Test
    void a_test_that_would_pass_fails_by_its_script() {
        assertThat(scripts.status("passes_without_keeping_the_script()")).isEqualTo(FAILED);
        assertThat(failure("passes_without_keeping_the_script()"))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith(REPORT);
    }

    @Test
    void a_test_that_fails_keeps_its_failure_and_has_that_of_the_script_added() {
        assertThat(failure("fails_without_keeping_the_script()"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the test's own");
        assertThat(failure("fails_without_keeping_the_script()").getSuppressed())
                .singleElement()
                .isInstanceOfSatisfying(
                        AssertionError.class, error -> assertThat(error).hasMessageStartingWith(REPORT));
        assertThat(failure("fails_and_keeps_the_script(EmbeddedRegistry)").getSuppressed())
                .isEmpty();
    }

    @Test
    void a_test_that_is_aborted_stays_so() {
        assertThat(scripts.status("is_aborted_without_keeping_the_script()")).isEqualTo(ABORTED);
        assertThat(failure("is_aborted_without_keeping_the_script()").getSuppressed())
                .singleElement()
                .satisfies(report -> assertThat(report).hasMessageStartingWith(REPORT));
    }

    @Test
    void every_registry_is_closed() {
        assertThat(scripts.published())
                .hasSize(5)
                .allSatisfy(uri ->
                        assertThatThrownBy(() -> Asking.ask(URI.create(uri))).isInstanceOf(ConnectException.class));
    }

    @Test
    void after_each_still_has_the_registry_and_what_it_promises_counts() {
        assertThat(Run.of(Cases.OfAfterEach.class).failure("passes()").orElseThrow())
                .hasMessageStartingWith(REPORT);
    }

    @Test
    void a_registry_is_set_up_by_a_field_static_or_not() {
        Run ofClass = Run.of(Cases.WithAStaticField.class);
        assertThat(ofClass.published()).containsExactly("503");
        assertThat(ofClass.status("passes()")).isEqualTo(SUCCESSFUL);
        Run ofInstance = Run.of(Cases.WithAField.class);
        assertThat(ofInstance.published()).containsExactly("503");
        assertThat(ofInstance.status("passes(EmbeddedRegistry, TestReporter)")).isEqualTo(SUCCESSFUL);
    }

    @Test
    void a_shared_registry_reports_when_its_class_is_over() {
        Run instance = Run.of(Cases.OfOneInstance.class);
        assertThat(instance.status("passes()")).isEqualTo(SUCCESSFUL);
        assertThat(instance.failure(Cases.OfOneInstance.class.getName()).orElseThrow())
                .hasMessageStartingWith(REPORT);
        assertThatThrownBy(() -> Asking.ask(URI.create(instance.published().get(0))))
                .isInstanceOf(ConnectException.class);

        Run kept = Run.of(Cases.OfOneClass.class);
        assertThat(kept.status(Cases.OfOneClass.class.getName())).isEqualTo(SUCCESSFUL);
        assertThat(kept.status("one(EmbeddedRegistry)")).isEqualTo(SUCCESSFUL);
    }

    @Test
    void who_asks_for_no_registry_gets_none() {
        assertThat(Run.of(Cases.WithoutARegistry.class).status("passes(TestReporter)"))
                .isEqualTo(SUCCESSFUL);
    }
}
