package io.github.registryclient.tests.arrows;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClass.Predicates;
import io.github.registryclient.tests.Room;
import java.lang.module.ModuleDescriptor;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Users meet the API's own types and the JDK's, so that what lies inside can be changed. */
class PublicSignaturesTest {
    private static final DescribedPredicate<JavaClass> JDK =
            Predicates.resideInAPackage("java..").and(not(Predicates.resideInAPackage("java.net.http")));

    @Test
    void the_api_speaks_of_itself_and_the_jdk_only() {
        DescribedPredicate<JavaClass> exported = exported(Room.API);
        classes().that(exported).should(new MentionOnly(exported.or(JDK))).check(Room.all());
    }

    @Test
    void the_core_speaks_of_the_api_the_jdk_and_its_http_client_only() {
        DescribedPredicate<JavaClass> exported = exported(Room.CORE);
        DescribedPredicate<JavaClass> http = Predicates.resideInAnyPackage("java.net.http", "javax.net.ssl");
        classes()
                .that(exported)
                .should(new MentionOnly(exported.or(exported(Room.API)).or(JDK).or(http)))
                .check(Room.all());
    }

    @Test
    void the_testkit_speaks_of_what_it_exports_the_api_the_jdk_and_junit_only() {
        DescribedPredicate<JavaClass> exported = exported(Room.TESTKIT);
        DescribedPredicate<JavaClass> suite = Predicates.resideInAPackage(Room.ROOT + ".testkit.contract");
        DescribedPredicate<JavaClass> tls = Predicates.resideInAPackage("javax.net.ssl");
        DescribedPredicate<JavaClass> junit = Predicates.resideInAPackage("org.junit.jupiter.api..");
        classes()
                .that(exported.and(not(suite))) // the contract is put together of parts that only JUnit sees
                .should(new MentionOnly(
                        exported.or(exported(Room.API)).or(JDK).or(tls).or(junit)))
                .check(Room.all());
    }

    @Test
    void the_core_has_doors_for_registries_credentials_and_certificates_and_the_events_of_the_first() {
        assertThat(exports(Room.CORE))
                .containsExactlyInAnyOrder(
                        Room.ROOT + ".http",
                        Room.ROOT + ".http.event",
                        Room.ROOT + ".http.time",
                        Room.ROOT + ".docker",
                        Room.ROOT + ".tls");
    }

    @Test
    void the_shared_internals_are_exported_to_sister_modules_only() {
        Set<ModuleDescriptor.Exports> qualified = Room.API.descriptor().exports().stream()
                .filter(ModuleDescriptor.Exports::isQualified)
                .collect(Collectors.toSet());

        assertThat(qualified).singleElement().satisfies(exports -> {
            assertThat(exports.source()).isEqualTo(Room.ROOT + ".internal");
            assertThat(exports.targets()).allMatch(target -> target.startsWith(Room.ROOT + "."));
        });
    }

    private static Set<String> exports(Room room) {
        return room.descriptor().exports().stream()
                .filter(exports -> !exports.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .collect(Collectors.toSet());
    }

    private static DescribedPredicate<JavaClass> exported(Room room) {
        Set<String> packages = exports(room);
        return room.classes()
                .and(DescribedPredicate.describe(
                        "that are exported", type -> packages.contains(type.getPackageName())));
    }
}
