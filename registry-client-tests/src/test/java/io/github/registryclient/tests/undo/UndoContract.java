package io.github.registryclient.tests.undo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.cleanup.journal.FolderJournal;
import io.github.registryclient.cleanup.journal.Journal;
import io.github.registryclient.cleanup.journal.JournalEntry.Kind;
import io.github.registryclient.cleanup.journal.RunHeader;
import io.github.registryclient.cleanup.journal.RunLog;
import io.github.registryclient.cleanup.report.Outcome;
import io.github.registryclient.cleanup.undo.UndoItem;
import io.github.registryclient.cleanup.undo.UndoReport;
import io.github.registryclient.cleanup.undo.UndoSelection;
import io.github.registryclient.cleanup.undo.Undoer;
import io.github.registryclient.error.ManifestVanishedException;
import io.github.registryclient.error.NotFoundException;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.contract.RealRegistries;
import io.github.registryclient.testkit.process.RegistryProcess;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was deleted from a real registry, by the journal in a folder, is there again byte for byte. */
abstract class UndoContract {
    private final String program;
    private final SampleImages images = SampleImages.seeded(28);

    UndoContract(String program) {
        this.program = program;
    }

    @Test
    void all_that_was_deleted_comes_back_byte_for_byte_and_the_second_time_nothing_is_done(@TempDir Path folder) {
        SampleManifest image = images.image();
        SampleManifest sbom = images.referrer(image, "application/spdx+json");
        SampleManifest nested = images.nestedIndex();
        SampleManifest list = images.twoPlatformDockerList();
        SampleRepository repository = SampleRepository.named("app")
                .tag("1", image)
                .tag("latest", image)
                .tag("n", nested)
                .tag("d", list)
                .cosignTag(images, image)
                .fallbackTag(images, List.of(sbom))
                .untagged(sbom)
                .build();
        try (RegistryProcess process = RegistryProcess.start(RealRegistries.assumePresent(program));
                HttpRegistryClient client =
                        HttpRegistryClient.connect(process.uri().toString())) {
            RegistryFiller.of(process.uri()).push(repository);
            Map<String, String> before = contents(client, repository.manifests());
            Journal journal = new FolderJournal(folder.resolve("state"));
            deleteAll(client, journal, repository);
            assertThat(contents(client, List.of())).isEmpty();

            UndoReport report = Undoer.of(client, journal).build().undo(UndoSelection.lastRun());

            assertThat(report.items()).as(report.toTable()).allMatch(UndoItem::isBack);
            assertThat(contents(client, repository.manifests())).isEqualTo(before);
            assertThat(Undoer.of(client, journal)
                            .build()
                            .undo(UndoSelection.lastRun())
                            .items())
                    .isEmpty();
        }
    }

    /** Parents first; where tags outlive their manifest, they are deleted too. */
    private static void deleteAll(HttpRegistryClient client, Journal journal, SampleRepository repository) {
        List<SampleManifest> parentsFirst = new ArrayList<>(repository.manifests());
        Collections.reverse(parentsFirst);
        try (RunLog log = journal.begin(
                RunHeader.builder()
                        .id("1")
                        .purpose(RunHeader.Purpose.APPLY)
                        .registry(client.registry().toString())
                        .begun(Clock.systemUTC().instant())
                        .build(),
                0)) {
            for (SampleManifest manifest : parentsFirst) {
                Digest digest = manifest.digest();
                List<Tag> tags = UndoScene.intend(client, log, digest);
                client.deleteManifest(UndoScene.APP, digest);
                client.resolveTags(UndoScene.APP, tags).digests().keySet().forEach(tag -> deleteTag(client, tag));
                log.write(UndoScene.entry(Kind.OUTCOME, digest, tags)
                        .outcome(Outcome.DELETED)
                        .build());
            }
            UndoScene.end(log);
        }
    }

    private static void deleteTag(HttpRegistryClient client, Tag tag) {
        try {
            client.deleteTag(UndoScene.APP, tag);
        } catch (ManifestVanishedException e) {
            assertThat(e).as("its manifest went before it").hasMessageContaining("deleted the manifest");
        }
    }

    /** Every tag with its digest, and every manifest with its bytes. */
    private static Map<String, String> contents(HttpRegistryClient client, Collection<SampleManifest> manifests) {
        Map<String, String> contents = new TreeMap<>();
        List<Tag> tags = tags(client);
        client.resolveTags(UndoScene.APP, tags)
                .digests()
                .forEach((tag, digest) -> contents.put(tag.toString(), digest.toString()));
        for (SampleManifest manifest : manifests) {
            Manifest read = client.getManifest(UndoScene.APP, manifest.digest());
            assertThat(read.bytes()).isEqualTo(manifest.bytes());
            contents.put(read.digest().toString(), read.mediaType() + Digest.sha256(read.bytes()));
        }
        return contents;
    }

    private static List<Tag> tags(HttpRegistryClient client) {
        try {
            return client.listTags(UndoScene.APP).toList();
        } catch (NotFoundException e) {
            return List.of();
        }
    }
}
