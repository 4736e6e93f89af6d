package io.github.registryclient.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.contract.RealRegistries;
import io.github.registryclient.testkit.process.RegistryProcess;
import io.github.registryclient.testkit.process.RegistryProgram;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeletingPartTest {
    private static final RepositoryName HELLO = RepositoryName.of("admin/hello");

    @Test
    void nothing_is_deleted_where_a_tag_was_set_since_the_plan_was_made() {
        RegistryProgram program = RealRegistries.assumePresent(RegistryProgram.DISTRIBUTION_2);
        try (RegistryProcess process = RegistryProcess.start(program);
                RegistryClient registry =
                        HttpRegistryClient.connect(process.uri().toString())) {
            new CiHistory(registry).push();
            DeletionPlan plan = new Planner(registry, new BuildsPolicy(2)).plan(RepositoryState.read(registry, HELLO));
            assertThat(plan.deletions()).hasSize(2);
            // Somebody releases a build that is planned to go.
            registry.putManifest(HELLO, Tag.of("1.1.1"), registry.getManifest("admin/hello", "1.1.0-201806121530418"));
            List<Tag> before = registry.listTags(HELLO).toList();
            StringWriter account = new StringWriter();

            boolean asPlanned = new DeletingPart(new Report(new PrintWriter(account)), registry).delete(List.of(plan));

            assertThat(asPlanned).isFalse();
            assertThat(account.toString()).contains("its tags have changed").doesNotContain("DELETED");
            assertThat(registry.listTags(HELLO)).containsExactlyInAnyOrderElementsOf(before);
        }
    }
}
