package io.github.registryclient.tests.arrows;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessField;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.github.registryclient.tests.arrows.Calls.call;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import io.github.registryclient.tests.Room;
import org.junit.jupiter.api.Test;

/** A guest in other people's JVMs changes nothing for the others there. */
class NothingGlobalTest {
    private static final DescribedPredicate<JavaClass> CLIENT =
            Room.API.classes().or(Room.CORE.classes());
    private static final DescribedPredicate<JavaClass> LIBRARY = CLIENT.or(Room.TESTKIT.classes());
    private static final DescribedPredicate<JavaClass> EVERYTHING = LIBRARY.or(Room.EXAMPLES.classes());

    @Test
    void nobody_sets_what_the_whole_jvm_shares() {
        noClasses()
                .that(EVERYTHING)
                .should(call(
                        System.class, "setProperty|setProperties|clearProperty|setSecurityManager|setOut|setErr|setIn"))
                .orShould(call(java.security.Security.class, "setProperty|addProvider|insertProviderAt|removeProvider"))
                .orShould(call(java.util.Locale.class, "setDefault"))
                .orShould(call(java.util.TimeZone.class, "setDefault"))
                .orShould(call(java.net.Authenticator.class, "setDefault"))
                .orShould(call(java.net.CookieHandler.class, "setDefault"))
                .orShould(call(java.net.ProxySelector.class, "setDefault"))
                .orShould(call(java.net.URL.class, "setURLStreamHandlerFactory"))
                .orShould(call(javax.net.ssl.SSLContext.class, "setDefault"))
                .orShould(call(javax.net.ssl.HttpsURLConnection.class, "setDefault.*"))
                .orShould(call(Thread.class, "setDefaultUncaughtExceptionHandler"))
                .check(Room.all());
    }

    @Test
    void the_client_reads_environment_and_system_properties_in_one_place() {
        noClasses()
                .that(CLIENT)
                .and(nameMatching(".*\\.docker\\.Environment").negate().forSubtype())
                .should(call(System.class, "getenv|getProperty|getProperties"))
                .orShould(call(Boolean.class, "getBoolean"))
                .orShould(call(Integer.class, "getInteger"))
                .orShould(call(Long.class, "getLong"))
                .check(Room.all());
    }

    @Test
    void the_client_hooks_into_neither_signals_nor_the_end_of_the_jvm() {
        noClasses()
                .that(CLIENT)
                .should(call(Runtime.class, "addShutdownHook|exit|halt"))
                .orShould(call(System.class, "exit"))
                .orShould()
                .dependOnClassesThat(resideInAnyPackage("sun..", "jdk.."))
                .check(Room.all());
    }

    @Test
    void the_client_logs_through_the_system_logger_and_prints_nothing() {
        noClasses()
                .that(CLIENT)
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.util.logging..", "org.slf4j..", "org.apache.."))
                .orShould(accessField(System.class, "out"))
                .orShould(accessField(System.class, "err"))
                .orShould(call(Throwable.class, "printStackTrace"))
                .check(Room.all());
    }

    @Test
    void time_comes_from_a_clock_that_tests_can_replace() {
        noClasses()
                .that(CLIENT)
                .and(nameMatching(".*\\.MonotonicClock").negate().forSubtype())
                .should(call(System.class, "currentTimeMillis|nanoTime"))
                .orShould(call(java.time.Instant.class, "now"))
                .orShould(call(java.time.Clock.class, "system.*|tick.*"))
                .orShould(call(java.time.ZonedDateTime.class, "now"))
                .orShould(call(java.time.OffsetDateTime.class, "now"))
                .orShould(call(java.time.LocalDateTime.class, "now"))
                .check(Room.all());
    }
}
