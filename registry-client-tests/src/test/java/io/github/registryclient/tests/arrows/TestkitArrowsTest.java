package io.github.registryclient.tests.arrows;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import io.github.registryclient.tests.Room;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which packages of the testkit know which. That there are no cycles is in {@link PackageArrowsTest}. */
class TestkitArrowsTest {
    private static final String TESTKIT = Room.ROOT + ".testkit";

    /** The JDK, and annotations. */
    private static final String[] ALWAYS = {"java..", "javax..", "org.jspecify.."};

    /** All that each may know beside the JDK: of ours by short names, of others by patterns. */
    @ParameterizedTest(name = "{0} knows {1}")
    @CsvSource({
        "text,''",
        "tls,''",
        "net,''",
        "process,''",
        "manner,''",
        "sample, process api",
        "http,''",
        "json, http com.fasterxml..",
        "token, text com.fasterxml..",
        "tokenserver, http json tls token com.fasterxml..",
        "traffic, text",
        "fault, http traffic",
        "traffic.wire, http traffic",
        "registry.synthetic, api",
        "registry.store, registry.synthetic api com.fasterxml..",
        "registry, http json registry.store api com.fasterxml..",
        "registry.manner, http json manner registry registry.store api com.fasterxml..",
        "registry.switches, http manner registry",
        "registry.admission, http json manner registry token tokenserver api com.fasterxml..",
    })
    void a_package_knows_only_what_it_is_made_of(String name, String known) {
        String[] allowed = Stream.of(
                        Stream.of(ALWAYS),
                        Stream.of(TESTKIT + "." + name),
                        Stream.of(known.split(" ")).flatMap(TestkitArrowsTest::packages))
                .flatMap(all -> all)
                .toArray(String[]::new);
        classes()
                .that(resideInAPackage(TESTKIT + "." + name))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed))
                .check(Room.all());
    }

    private static Stream<String> packages(String known) {
        if (known.equals("api")) {
            return Stream.of(Room.ROOT + ".name", Room.ROOT + ".manifest", Room.ROOT + ".error");
        }
        return known.isEmpty() ? Stream.of() : Stream.of(known.endsWith("..") ? known : TESTKIT + "." + known);
    }

    @Test
    void the_embedded_registry_answers_without_sockets() {
        noClasses()
                .that(resideInAPackage(TESTKIT + ".registry.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.net.http", "javax.net..")
                        .or(belongToAnyOf(Socket.class, ServerSocket.class)))
                .check(Room.all());
    }

    @Test
    void junit_is_needed_only_where_tests_are_written() {
        noClasses()
                .that(Room.TESTKIT.classes())
                .and(resideInAnyPackage(TESTKIT + ".contract", TESTKIT + ".junit")
                        .negate())
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.junit..", "org.opentest4j.."))
                .check(Room.all());
    }
}
