package io.github.registryclient.tests.arrows;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import io.github.registryclient.testkit.process.Lifeline;
import io.github.registryclient.tests.ProjectTree;
import org.junit.jupiter.api.Test;

/** A server that a test starts must not outlive a test JVM that is killed: it would hold its port, and somebody's memory. */
class NothingStaysBehindTest {
    @Test
    void who_keeps_a_process_keeps_its_lifeline() {
        classes()
                .that(have(aFieldOf(Process.class)))
                .should(ArchConditions.have(aFieldOf(Lifeline.class)))
                .check(new ClassFileImporter()
                        .importPath(ProjectTree.modules().stream()
                                .filter(module -> module.endsWith("registry-client-tests"))
                                .findFirst()
                                .orElseThrow()
                                .resolve("target/test-classes")));
    }

    private static DescribedPredicate<JavaClass> have(DescribedPredicate<JavaClass> field) {
        return field.as("have %s", field.getDescription());
    }

    private static DescribedPredicate<JavaClass> aFieldOf(Class<?> type) {
        return DescribedPredicate.describe(
                "a field of type " + type.getSimpleName(),
                one -> one.getFields().stream()
                        .anyMatch(field -> field.getRawType().isEquivalentTo(type)));
    }
}
