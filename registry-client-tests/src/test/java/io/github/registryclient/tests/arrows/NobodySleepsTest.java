package io.github.registryclient.tests.arrows;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.github.registryclient.tests.arrows.Calls.call;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.github.registryclient.tests.ProjectTree;
import io.github.registryclient.tests.Room;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who sleeps waits too long on one machine and too short on another; wait for the event instead. */
class NobodySleepsTest {
    private static final ArchRule NOBODY_SLEEPS =
            noClasses().should(call(Thread.class, "sleep")).orShould(call(TimeUnit.class, "sleep"));

    @Test
    void the_library_waits_for_events() {
        NOBODY_SLEEPS.check(Room.all());
    }

    @Test
    void so_do_the_tests_of_all_modules() {
        JavaClasses tests = new ClassFileImporter()
                .importPaths(ProjectTree.modules().stream()
                        .map(module -> module.resolve("target/test-classes"))
                        .filter(Files::isDirectory)
                        .collect(Collectors.toList()));

        NOBODY_SLEEPS.check(tests);
    }
}
