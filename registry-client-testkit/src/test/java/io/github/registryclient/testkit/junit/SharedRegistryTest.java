package io.github.registryclient.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.testkit.EmbeddedRegistry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where tests share a registry, they share it with all of their class. Looked at in order, since that is what is shown. */
class SharedRegistryTest {
    @Nested
    @ExtendWith(EmbeddedRegistryExtension.class)
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    class OfAnInstanceThatLivesAsLongAsItsClass {
        private final EmbeddedRegistry registry;

        OfAnInstanceThatLivesAsLongAsItsClass(EmbeddedRegistry registry) {
            this.registry = registry;
        }

        @Test
        @Order(1)
        void the_first_test_gets_the_constructors(EmbeddedRegistry same) throws Exception {
            assertThat(same).isSameAs(registry);
            assertThat(Asking.earlier(same)).isZero();
        }

        @Test
        @Order(2)
        void the_second_test_gets_it_too(EmbeddedRegistry same) throws Exception {
            assertThat(same).isSameAs(registry);
            assertThat(Asking.earlier(same)).isEqualTo(1);
        }
    }

    @Nested
    @ExtendWith(EmbeddedRegistryExtension.class)
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    class OfMethodsAlone {
        @Test
        @Order(1)
        void the_first_test_has_the_class_share_one(EmbeddedRegistry registry) throws Exception {
            assertThat(Asking.earlier(registry)).isZero();
        }

        @Test
        @Order(2)
        void the_second_test_gets_it_too(EmbeddedRegistry registry) throws Exception {
            assertThat(Asking.earlier(registry)).isEqualTo(1);
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @ExtendWith(EmbeddedRegistryExtension.class)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    class OfBeforeAll {
        private EmbeddedRegistry registry;

        @BeforeAll
        void fill(EmbeddedRegistry shared) throws Exception {
            registry = shared;
            Asking.earlier(shared);
        }

        @Test
        @Order(1)
        void a_test_gets_what_was_filled_before_all(EmbeddedRegistry same) {
            assertThat(same).isSameAs(registry);
        }

        @Nested
        class Within {
            @Test
            void so_does_a_nested_one(EmbeddedRegistry same) {
                assertThat(same).isSameAs(registry);
                assertThat(same.requests().size()).isPositive();
            }
        }
    }
}
