package io.github.registryclient.tests.arrows;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import io.github.registryclient.tests.Room;
import org.junit.jupiter.api.Test;

/** Between modules, arrows point one way: examples to core and clean-up, those to the API, testkit to API. */
class ModuleArrowsTest {
    private static final DescribedPredicate<JavaClass> JDK =
            resideInAnyPackage("java..").or(describe("arrays of primitives", ModuleArrowsTest::isOfPrimitives));
    private static final DescribedPredicate<JavaClass> TLS = resideInAnyPackage("javax.net.ssl");
    private static final DescribedPredicate<JavaClass> CRYPTO =
            resideInAnyPackage("javax.crypto..", "javax.security.auth.x500");
    private static final DescribedPredicate<JavaClass> JACKSON =
            resideInAnyPackage("com.fasterxml.jackson.core..", "com.fasterxml.jackson.databind..");
    private static final DescribedPredicate<JavaClass> COMPILE_TIME =
            resideInAnyPackage("org.jspecify.annotations", "org.immutables.value..");

    @Test
    void the_api_uses_the_jdk_and_jackson_only() {
        uses(Room.API, JDK.or(JACKSON).or(COMPILE_TIME)).check(Room.all());
    }

    @Test
    void the_core_uses_the_api_the_jdk_and_jackson_only() {
        uses(
                        Room.CORE,
                        Room.API
                                .classes()
                                .or(JDK)
                                .or(TLS)
                                .or(CRYPTO)
                                .or(JACKSON)
                                .or(COMPILE_TIME))
                .check(Room.all());
    }

    @Test
    void the_clean_up_sees_registries_only_through_the_api() {
        uses(
                        Room.CLEANUP,
                        Room.API
                                .classes()
                                .or(JDK)
                                .or(JACKSON)
                                .or(resideInAnyPackage("com.google.re2j"))
                                .or(COMPILE_TIME))
                .check(Room.all());
    }

    @Test
    void the_testkit_uses_the_api_but_no_client() {
        DescribedPredicate<JavaClass> junit = resideInAnyPackage("org.junit.jupiter.api..", "org.opentest4j..");
        uses(
                        Room.TESTKIT,
                        Room.API.classes().or(JDK).or(TLS).or(JACKSON).or(junit).or(COMPILE_TIME))
                .check(Room.all());
    }

    @Test
    void the_examples_use_what_users_have() {
        DescribedPredicate<JavaClass> published = Room.API
                .classes()
                .or(Room.CORE.classes())
                .or(Room.CLEANUP.classes())
                .or(Room.TESTKIT.classes());
        uses(
                        Room.EXAMPLES,
                        published
                                .or(JDK)
                                .or(TLS)
                                .or(resideInAnyPackage(
                                        "javax.crypto..", "picocli..", "io.micrometer.core..", "io.opentelemetry.."))
                                .or(COMPILE_TIME))
                .check(Room.all());
    }

    private static ArchRule uses(Room room, DescribedPredicate<JavaClass> allowed) {
        DescribedPredicate<JavaClass> own = room.classes();
        return classes().that(own).should().onlyDependOnClassesThat(own.or(allowed));
    }

    private static boolean isOfPrimitives(JavaClass type) {
        return type.isArray() && type.getBaseComponentType().isPrimitive();
    }
}
