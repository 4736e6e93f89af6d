package io.github.registryclient.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.examples.demo.SampleHistory;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.contract.RealRegistries;
import io.github.registryclient.testkit.process.RegistryProcess;
import io.github.registryclient.testkit.process.RegistryProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands on real registries, which cannot remove a tag alone (2.8) or can (3). */
class RealCleanupTest {
    private static final RepositoryName HELLO = RepositoryName.of("admin/hello");
    private static final String POLICY = "{\"policyVersion\": 1, \"rules\": [{\"name\": \"beyond the newest 2\","
            + " \"action\": \"delete\", \"tags\": {\"include\": [\"*-20*\"]}, \"beyondNewest\": 2}]}";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {RegistryProgram.DISTRIBUTION_2, RegistryProgram.DISTRIBUTION_3})
    void what_cleanup_deletes_is_back_after_undo(String program) throws Exception {
        Path policy = Files.writeString(folder.resolve("policy.json"), POLICY);
        String journal = folder.resolve("journal").toString();
        try (RegistryProcess process = RegistryProcess.start(RealRegistries.assumePresent(program));
                RegistryClient registry =
                        HttpRegistryClient.connect(process.uri().toString())) {
            SampleHistory.push(process.uri());
            Map<Tag, Digest> before = tags(registry);
            assertThat(before).hasSize(11);

            CommandRun cleanup = CommandRun.of(
                    "cleanup",
                    process.uri().toString(),
                    "--policy",
                    policy.toString(),
                    "--journal",
                    journal,
                    "--yes",
                    "--require-undo");
            assertThat(cleanup.exitCode).as(cleanup.toString()).isEqualTo(ExitCode.OK);
            assertThat(cleanup.out).contains("5 DELETED\n");
            assertThat(tags(registry))
                    .containsKeys(Tag.of("1.0.0"), Tag.of("1.1.0"), Tag.of("2.0.0"), Tag.of("latest"))
                    .doesNotContainKeys(Tag.of("1.1.0-201806111004211"), Tag.of("1.1.0-201806121530418"));

            CommandRun undo = CommandRun.of("undo", "--journal", journal);
            assertThat(undo.exitCode).as(undo.toString()).isEqualTo(ExitCode.OK);
            assertThat(tags(registry)).isEqualTo(before);
        }
    }

    private static Map<Tag, Digest> tags(RegistryClient registry) {
        return Map.copyOf(
                registry.resolveTags(HELLO, registry.listTags(HELLO).toList()).digests());
    }
}
