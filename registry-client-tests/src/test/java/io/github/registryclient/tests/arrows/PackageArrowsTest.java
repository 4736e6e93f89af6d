package io.github.registryclient.tests.arrows;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import io.github.registryclient.tests.Room;
import java.net.http.HttpRequest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Between the packages of a module, arrows point one way too. */
class PackageArrowsTest {
    /** The API's packages from the ground up; packages of one floor may know each other only without cycles. */
    private static final List<List<String>> FLOORS = List.of(
            List.of(Room.ROOT + ".internal"),
            List.of(Room.ROOT + ".error"),
            List.of(Room.ROOT + ".name"),
            List.of(Room.ROOT + ".manifest", Room.ROOT + ".auth", Room.ROOT + ".paging"),
            List.of(Room.ROOT));

    private static final String ENDPOINT = Room.ROOT + ".http.internal.endpoint..";
    private static final String DOCKER = Room.ROOT + ".docker..";
    private static final String TLS = Room.ROOT + ".tls..";
    private static final String INTERNAL = Room.ROOT + ".http.internal.";

    /** Everything that a request passes below its endpoint. */
    private static final String[] BELOW_ENDPOINTS = Stream.of(
                    "stack",
                    "auth",
                    "retry",
                    "gate",
                    "transport",
                    "answer",
                    "advice",
                    "coding",
                    "bytes",
                    "secret",
                    "time",
                    "address",
                    "proxy")
            .map(name -> INTERNAL + name + "..")
            .toArray(String[]::new);

    @Test
    void packages_know_each_other_in_one_direction() {
        Arrays.stream(Room.values())
                .forEach(room -> SlicesRuleDefinition.slices()
                        .assignedFrom(new PackageSlices(room.classes()))
                        .should()
                        .beFreeOfCycles()
                        .allowEmptyShould(room == Room.EXAMPLES)
                        .check(Room.all()));
    }

    @Test
    void the_api_is_built_from_the_exceptions_up() {
        DescribedPredicate<JavaClass> below = not(Room.API.classes());
        for (List<String> floor : FLOORS) {
            DescribedPredicate<JavaClass> here = resideInAnyPackage(floor.toArray(new String[0]));
            below = below.or(here);
            classes()
                    .that(Room.API.classes().and(here))
                    .should()
                    .onlyDependOnClassesThat(below)
                    .check(Room.all());
        }
        classes()
                .that(Room.API.classes())
                .and(not(simpleName("module-info")))
                .should()
                .onlyDependOnClassesThat(below)
                .andShould()
                .resideInAnyPackage(FLOORS.stream().flatMap(List::stream).toArray(String[]::new))
                .check(Room.all());
    }

    @Test
    void what_lies_below_endpoints_knows_neither_them_nor_what_lies_above() {
        noClasses()
                .that(resideInAnyPackage(BELOW_ENDPOINTS))
                .should()
                .dependOnClassesThat(resideInAnyPackage(ENDPOINT, INTERNAL + "operation..", INTERNAL + "listing.."))
                .check(Room.all());
    }

    @Test
    void every_internal_package_has_its_floor() {
        String[] above = {ENDPOINT, INTERNAL + "operation..", INTERNAL + "listing.."};
        classes()
                .that(resideInAPackage(INTERNAL + "."))
                .should()
                .resideInAnyPackage(
                        Stream.of(BELOW_ENDPOINTS, above).flatMap(Stream::of).toArray(String[]::new))
                .check(Room.all());
    }

    @Test
    void endpoints_know_nothing_of_the_jdk_client_but_how_a_body_is_given_to_it() {
        classes()
                .that(resideInAPackage(ENDPOINT))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java.net.http")
                        .negate()
                        .or(belongToAnyOf(HttpRequest.BodyPublisher.class, HttpRequest.BodyPublishers.class)))
                .check(Room.all());
    }

    @Test
    void internals_do_not_know_the_public_door() {
        noClasses()
                .that(resideInAPackage(Room.ROOT + ".http.internal.."))
                .should()
                .dependOnClassesThat(resideInAPackage(Room.ROOT + ".http"))
                .check(Room.all());
    }

    @Test
    void requests_and_credential_files_know_nothing_of_each_other() {
        noClasses()
                .that(resideInAPackage(Room.ROOT + ".http.."))
                .should()
                .dependOnClassesThat(resideInAPackage(DOCKER))
                .check(Room.all());
        noClasses()
                .that(resideInAPackage(DOCKER))
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.net.http", Room.ROOT + ".http", ENDPOINT))
                .check(Room.all());
    }

    @Test
    void certificates_are_read_without_knowing_of_requests_or_credential_files() {
        noClasses()
                .that(resideInAPackage(TLS))
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.net.http", Room.ROOT + ".http..", DOCKER))
                .check(Room.all());
        noClasses()
                .that(resideInAnyPackage(Room.ROOT + ".http.internal..", DOCKER))
                .should()
                .dependOnClassesThat(resideInAPackage(TLS))
                .check(Room.all());
    }

    @Test
    void jackson_is_used_where_json_is_read_and_nowhere_else() {
        noClasses()
                .that(Room.API.classes().or(Room.CORE.classes()))
                .and(resideInAnyPackage(Room.ROOT + ".manifest", Room.ROOT + ".http.internal..", DOCKER)
                        .negate())
                .should()
                .dependOnClassesThat(resideInAPackage("com.fasterxml.."))
                .check(Room.all());
    }
}
