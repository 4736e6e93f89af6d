package io.github.registryclient.tests.untag;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.cleanup.journal.FolderJournal;
import io.github.registryclient.cleanup.journal.Journal;
import io.github.registryclient.cleanup.journal.Lease;
import io.github.registryclient.cleanup.journal.RunHeader;
import io.github.registryclient.cleanup.journal.RunLog;
import io.github.registryclient.cleanup.report.Outcome;
import io.github.registryclient.cleanup.restore.History;
import io.github.registryclient.cleanup.untag.ThrowAway;
import io.github.registryclient.cleanup.untag.ThrownAway;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.contract.RealRegistries;
import io.github.registryclient.testkit.process.RegistryProcess;
import io.github.registryclient.testkit.process.RegistryProgram;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** H14 on distribution 2.8, which cannot delete tags. */
class Distribution28ThrowAwayTest {
    private static final RepositoryName APP = RepositoryName.of("app");

    @Test
    void h14_the_tag_goes_and_the_original_is_there_under_its_other_tag_and_pulls(@TempDir Path folder) {
        SampleManifest image = SampleImages.seeded(14).image();
        try (RegistryProcess process =
                        RegistryProcess.start(RealRegistries.assumePresent(RegistryProgram.DISTRIBUTION_2));
                HttpRegistryClient client =
                        HttpRegistryClient.connect(process.uri().toString())) {
            RegistryFiller filler = RegistryFiller.of(process.uri());
            filler.push(SampleRepository.named("app")
                    .tag("pr-1", image)
                    .tag("1.0", image)
                    .build());
            Journal journal = new FolderJournal(folder.resolve("state"));
            String registry = client.registry().toString();
            try (Lease lease = journal.lease(registry);
                    RunLog log = journal.begin(header(registry), 0)) {
                ThrowAway throwAway = new ThrowAway(
                        client,
                        History.of(List.of()),
                        log,
                        lease,
                        Clock.systemUTC(),
                        new Random(14),
                        Duration.ofMinutes(5));

                ThrownAway thrown = throwAway.untag(APP, Tag.of("pr-1"), image.digest());

                assertThat(thrown.cause()).isEmpty();
                assertThat(thrown.outcome()).isEqualTo(Outcome.UNTAGGED);
                assertThat(thrown.manifestsLeft()).isZero();
            }
            assertThat(client.listTags(APP).toList()).containsExactly(Tag.of("1.0"));
            assertThat(client.getManifestDigest(APP, Tag.of("1.0"))).isEqualTo(image.digest());
            assertThat(filler.pulls(APP, image)).isTrue();
            assertThat(History.of(journal.runs(registry)).open()).isEmpty();
        }
    }

    private static RunHeader header(String registry) {
        return RunHeader.builder()
                .id("1")
                .purpose(RunHeader.Purpose.APPLY)
                .registry(registry)
                .begun(Clock.systemUTC().instant())
                .build();
    }
}
