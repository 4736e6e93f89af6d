package io.github.registryclient.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.examples.CommandRun;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.testkit.contract.RealRegistries;
import io.github.registryclient.testkit.process.RegistryProcess;
import io.github.registryclient.testkit.process.RegistryProgram;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleRepository;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Distribution's catalog lists repositories without tags, and then knows no tags/list of them. */
class TaglessRepositoriesTest {
    @ParameterizedTest
    @ValueSource(strings = {RegistryProgram.DISTRIBUTION_2, RegistryProgram.DISTRIBUTION_3})
    void a_repository_pushed_by_digest_only_or_emptied_has_no_tags_and_stops_nothing(String program) {
        try (RegistryProcess process = RegistryProcess.start(RealRegistries.assumePresent(program));
                RegistryClient registry =
                        HttpRegistryClient.connect(process.uri().toString())) {
            SampleHistory.push(process.uri());
            pushTagless(RegistryFiller.of(process.uri()));

            CommandRun run = CommandRun.of("demo", "--registry", process.uri().toString(), "--delete", "--yes");

            assertThat(run.exitCode).as(run.toString()).isZero();
            assertThat(run.out).contains("by-digest/only: no tags", "emptied: no tags", "DELETED");
            assertThat(registry.listTags(RepositoryName.of("team/web")))
                    .as("the last in order")
                    .isNotEmpty()
                    .noneMatch(tag -> tag.toString().equals("3.0.0-201807301405519"));
        }
    }

    private static void pushTagless(RegistryFiller filler) {
        SampleImages images = SampleImages.seeded(209);
        filler.push(SampleRepository.named("by-digest/only")
                .untagged(images.image())
                .build());
        SampleRepository emptied = filler.push(
                SampleRepository.named("emptied").tag("1", images.image()).build());
        int status = filler.deleteManifest(emptied.name(), emptied.manifest("1").digest());
        assertThat(status).isEqualTo(202);
    }
}
