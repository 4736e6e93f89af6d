package io.github.registryclient.tests.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.cleanup.Planner;
import io.github.registryclient.cleanup.apply.Applier;
import io.github.registryclient.cleanup.apply.ApplierBuilder;
import io.github.registryclient.cleanup.journal.FolderJournal;
import io.github.registryclient.cleanup.journal.Journal;
import io.github.registryclient.cleanup.plan.Plan;
import io.github.registryclient.cleanup.report.Outcome;
import io.github.registryclient.cleanup.report.Report;
import io.github.registryclient.cleanup.undo.UndoReport;
import io.github.registryclient.cleanup.undo.UndoSelection;
import io.github.registryclient.cleanup.undo.Undoer;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.contract.RealRegistries;
import io.github.registryclient.testkit.process.RegistryProcess;
import io.github.registryclient.testkit.process.RegistryProgram;
import io.github.registryclient.testkit.sample.ImageSpec;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan carried out on real registries, and taken back: every manifest and tag is as before, byte for byte. */
class RealApplyTest {
    private static final RepositoryName APP = RepositoryName.of("team/app");

    @TempDir
    private Path folder;

    private final SampleImages images = SampleImages.seeded(41);
    private final SampleManifest kept = images.image(ImageSpec.defaults());
    private final SampleManifest going = images.image(ImageSpec.defaults());
    private final SampleManifest signature = images.referrer(going, "application/vnd.example.signature");
    private final SampleRepository app = SampleRepository.named(APP.toString())
            .tag("main", kept)
            .tag("pr-main", kept)
            .tag("pr-1", going)
            .tag("pr-1-again", going)
            .tag("pr-2", images.twoPlatformIndex())
            .tag("pr-3", images.nestedIndex())
            .untagged(signature)
            .fallbackTag(images, List.of(signature))
            .cosignTag(images, going)
            .build();

    @ParameterizedTest
    @ValueSource(strings = {RegistryProgram.DISTRIBUTION_2, RegistryProgram.DISTRIBUTION_3, RegistryProgram.CRANE})
    void applied_and_undone_all_is_as_before(String program) {
        try (RegistryProcess process = RegistryProcess.start(RealRegistries.assumePresent(program));
                HttpRegistryClient client =
                        HttpRegistryClient.connect(process.uri().toString())) {
            RegistryFiller.of(process.uri()).push(app);
            Map<String, String> before = everything(client);

            Journal journal = new FolderJournal(folder);
            Report report = apply(client, journal, program);

            boolean untags = !program.equals(RegistryProgram.DISTRIBUTION_2);
            assertThat(report.status()).as(report.toTable()).isEqualTo(Report.Status.DONE);
            assertThat(client.listTags(APP).stream().map(Tag::toString))
                    .as(report.toTable())
                    .containsExactlyInAnyOrder(untags ? new String[] {"main"} : new String[] {"main", "pr-main"});
            assertThat(client.getManifest(APP, Tag.of("main")).bytes()).isEqualTo(kept.bytes());
            assertThat(report.count(untags ? Outcome.UNTAGGED : Outcome.NOT_SUPPORTED))
                    .isEqualTo(1);

            UndoReport undo = Undoer.of(client, journal).build().undo(UndoSelection.lastRun());
            assertThat(undo.isComplete()).as(undo.toTable()).isTrue();
            assertThat(everything(client)).isEqualTo(before);
            UndoReport again = Undoer.of(client, journal).build().undo(UndoSelection.lastRun());
            assertThat(again.isComplete()).isTrue();
            assertThat(everything(client)).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = RegistryProgram.DISTRIBUTION_2)
    void H14_a_tag_goes_alone_by_a_throw_away_where_the_registry_can_only_delete_manifests(String program) {
        try (RegistryProcess process = RegistryProcess.start(RealRegistries.assumePresent(program));
                HttpRegistryClient client =
                        HttpRegistryClient.connect(process.uri().toString())) {
            RegistryFiller.of(process.uri()).push(app);
            Map<String, String> before = everything(client);
            Journal journal = new FolderJournal(folder);
            Plan plan = Planner.of(client, ApplyScene.PULL_REQUESTS).build().plan();

            ApplierBuilder applier = Applier.of(client, plan, journal).untagByThrowAway();
            Report report = applier.build().apply();

            assertThat(report.count(Outcome.UNTAGGED)).as(report.toTable()).isEqualTo(1);
            assertThat(client.listTags(APP).toList()).containsExactly(Tag.of("main"));
            assertThat(client.getManifest(APP, Tag.of("main")).bytes()).isEqualTo(kept.bytes());

            Undoer.of(client, journal).build().undo(UndoSelection.lastRun());
            assertThat(everything(client)).isEqualTo(before);
        }
    }

    private static Report apply(HttpRegistryClient client, Journal journal, String program) {
        Plan plan = Planner.of(client, ApplyScene.PULL_REQUESTS).build().plan();
        assertThat(program).isNotEmpty();
        return Applier.of(client, plan, journal).build().apply();
    }

    /** Every tag and every manifest that was pushed, with its bytes. */
    private Map<String, String> everything(HttpRegistryClient client) {
        Map<String, String> all = new TreeMap<>();
        for (Tag tag : client.listTags(APP)) {
            all.put(tag.toString(), text(client.getManifest(APP, tag).bytes()));
        }
        Collection<SampleManifest> manifests = app.manifests();
        manifests.forEach(manifest -> all.put(
                manifest.digest().toString(),
                text(client.getManifest(APP, manifest.digest()).bytes())));
        return all;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
