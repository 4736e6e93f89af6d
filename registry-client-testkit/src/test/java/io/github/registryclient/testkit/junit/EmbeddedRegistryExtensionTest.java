package io.github.registryclient.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.testkit.EmbeddedRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Who gets which registry. */
@ExtendWith(EmbeddedRegistryExtension.class)
@Execution(ExecutionMode.CONCURRENT)
class EmbeddedRegistryExtensionTest {
    private final EmbeddedRegistry registry;

    EmbeddedRegistryExtensionTest(EmbeddedRegistry registry) throws Exception {
        this.registry = registry;
        assertThat(Asking.earlier(registry)).as("nobody else's").isZero();
    }

    @BeforeEach
    void prepare(EmbeddedRegistry same) throws Exception {
        assertThat(same).isSameAs(registry);
        assertThat(Asking.earlier(same)).isEqualTo(1);
    }

    @AfterEach
    void look(EmbeddedRegistry same) throws Exception {
        assertThat(same).isSameAs(registry);
        assertThat(Asking.ask(same.uri())).as("still there").isEqualTo(200);
    }

    @Test
    void constructor_and_methods_of_one_test_get_the_same(EmbeddedRegistry same) throws Exception {
        assertThat(same).isSameAs(registry);
        assertThat(Asking.earlier(same)).isEqualTo(2);
    }

    @RepeatedTest(8)
    void each_repetition_gets_its_own_beside_others(EmbeddedRegistry same) throws Exception {
        assertThat(same).isSameAs(registry);
        assertThat(Asking.earlier(same)).isEqualTo(2);
    }

    @Nested
    class InANestedClass {
        private final EmbeddedRegistry inner;

        InANestedClass(EmbeddedRegistry inner) {
            this.inner = inner;
        }

        @Test
        void a_nested_test_shares_one_with_the_instance_around_it(EmbeddedRegistry same) throws Exception {
            assertThat(same).isSameAs(registry).isSameAs(inner);
            assertThat(Asking.earlier(same)).isEqualTo(2);
        }

        @Test
        void and_with_nobody_else(EmbeddedRegistry same) throws Exception {
            assertThat(Asking.earlier(same)).isEqualTo(2);
        }
    }
}
