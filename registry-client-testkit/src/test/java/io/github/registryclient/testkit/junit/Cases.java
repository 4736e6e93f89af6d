package io.github.registryclient.testkit.junit;

import static io.github.registryclient.testkit.traffic.RequestPattern.get;
import static io.github.registryclient.testkit.traffic.ScriptedAnswer.status;

import io.github.registryclient.testkit.EmbeddedRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Classes of tests that are run by other tests; most of their tests fail on purpose. */
final class Cases {
    private static final EmbeddedRegistryExtension BUSY = EmbeddedRegistryExtension.with(
            builder -> builder.script(script -> script.on(get("/v2/")).answer(status(503))));

    private Cases() {}

    @ExtendWith(EmbeddedRegistryExtension.class)
    static class OfScripts {
        @BeforeEach
        void script(EmbeddedRegistry registry, TestReporter reporter) {
            reporter.publishEntry("uri", registry.uri().toString());
            registry.script().on(get("/v2/")).answer(status(503));
        }

        @Test
        void keeps_the_script(EmbeddedRegistry registry) throws Exception {
            Asking.ask(registry.uri());
        }

        @Test
        void passes_without_keeping_the_script() {}

        @Test
        void fails_without_keeping_the_script() {
            throw new IllegalStateException("the test's own");
        }

        @Test
        void fails_and_keeps_the_script(EmbeddedRegistry registry) throws Exception {
            Asking.ask(registry.uri());
            throw new IllegalStateException("the test's own");
        }

        @Test
        void is_aborted_without_keeping_the_script() {
            Assumptions.abort("not here");
        }
    }

    @ExtendWith(EmbeddedRegistryExtension.class)
    static class OfAfterEach {
        @Test
        void passes() {}

        @AfterEach
        void break_a_promise_at_last(EmbeddedRegistry registry) {
            registry.script().on(get("/v2/")).answer(status(503));
        }
    }

    static class WithAStaticField {
        @RegisterExtension
        static final EmbeddedRegistryExtension REGISTRY = BUSY;

        WithAStaticField(EmbeddedRegistry registry, TestReporter reporter) throws Exception {
            reporter.publishEntry("status", Integer.toString(Asking.ask(registry.uri())));
        }

        @Test
        void passes() {}
    }

    static class WithAField {
        @RegisterExtension
        final EmbeddedRegistryExtension registry = BUSY;

        @Test
        void passes(EmbeddedRegistry busy, TestReporter reporter) throws Exception {
            reporter.publishEntry("status", Integer.toString(Asking.ask(busy.uri())));
        }
    }

    @ExtendWith(EmbeddedRegistryExtension.class)
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class OfOneInstance {
        @BeforeAll
        void script(EmbeddedRegistry registry, TestReporter reporter) {
            reporter.publishEntry("uri", registry.uri().toString());
            registry.script().on(get("/v2/")).answer(status(503));
        }

        @Test
        void passes() {}
    }

    @ExtendWith(EmbeddedRegistryExtension.class)
    static class OfOneClass {
        @BeforeAll
        static void script(EmbeddedRegistry registry) {
            registry.script().on(get("/v2/")).times(2).answer(status(503));
        }

        @Test
        void one(EmbeddedRegistry registry) throws Exception {
            Asking.ask(registry.uri());
        }

        @Test
        void other(EmbeddedRegistry registry) throws Exception {
            Asking.ask(registry.uri());
        }
    }

    @ExtendWith(EmbeddedRegistryExtension.class)
    static class WithoutARegistry {
        @Test
        void passes(TestReporter reporter) {}
    }
}
