package io.github.registryclient.tests.undo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.registryclient.cleanup.journal.JournalEntry.Kind;
import io.github.registryclient.cleanup.journal.Lease;
import io.github.registryclient.cleanup.journal.LeaseHeldException;
import io.github.registryclient.cleanup.journal.LeaseLostException;
import io.github.registryclient.cleanup.journal.RunHeader.Purpose;
import io.github.registryclient.cleanup.journal.RunLog;
import io.github.registryclient.cleanup.report.Outcome;
import io.github.registryclient.cleanup.undo.UndoItem;
import io.github.registryclient.cleanup.undo.UndoItem.Status;
import io.github.registryclient.cleanup.undo.UndoRefusedException;
import io.github.registryclient.cleanup.undo.UndoReport;
import io.github.registryclient.cleanup.undo.UndoSelection;
import io.github.registryclient.cleanup.undo.Undoer;
import io.github.registryclient.manifest.Descriptor;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.RegistrySnapshot;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import io.github.registryclient.testkit.traffic.RequestPattern;
import io.github.registryclient.testkit.traffic.ScriptedAnswer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What runs deleted, taken back on the embedded registry. */
class UndoerTest extends UndoScene {
    private UndoReport undo(UndoSelection selection) {
        return Undoer.of(client, journal).build().undo(selection);
    }

    private UndoReport undo(String selection) {
        return undo(UndoSelection.parse(selection));
    }

    private SampleRepository signed(SampleManifest image) {
        return SampleRepository.named("app")
                .tag("1", image)
                .tag("latest", image)
                .cosignTag(images, image)
                .build();
    }

    @Test
    void a_signed_image_comes_back_signed_by_its_tag_alone() {
        SampleManifest image = images.image();
        SampleManifest sbom = images.referrer(image, "application/spdx+json");
        SampleManifest other = images.image();
        SampleRepository repository = SampleRepository.named("app")
                .tag("1", image)
                .tag("other", other)
                .cosignTag(images, image)
                .fallbackTag(images, List.of(sbom))
                .untagged(sbom)
                .build();
        RegistryFiller.of(registry.uri()).push(repository);
        RegistrySnapshot before = registry.snapshot();
        SampleManifest signature = repository.manifest(fallbackTag(image) + ".sig");
        delete(image, signature, repository.manifest(fallbackTag(image)), sbom);
        delete(other);

        UndoReport report = undo("app:1");

        assertThat(report.isComplete()).isTrue();
        assertThat(report.items())
                .extracting(UndoItem::digest)
                .containsExactlyInAnyOrder(
                        image.digest(),
                        sbom.digest(),
                        signature.digest(),
                        repository.manifest(fallbackTag(image)).digest());
        assertThat(registry.snapshot().repository("app").tags()).doesNotContainKey(Tag.of("other"));
        undo("app");
        assertThat(registry.snapshot()).isEqualTo(before);
    }

    @Test
    void undoing_twice_changes_nothing_and_finds_nothing_to_do() {
        SampleManifest image = images.image();
        RegistryFiller.of(registry.uri()).push(signed(image));
        RegistrySnapshot before = registry.snapshot();
        delete(image);

        UndoReport once = undo(UndoSelection.lastRun());
        UndoReport twice = undo(UndoSelection.lastRun());

        assertThat(once.counts()).containsOnlyKeys(Status.RESTORED);
        assertThat(once.items().get(0).tags()).containsExactlyInAnyOrder(Tag.of("1"), Tag.of("latest"));
        assertThat(twice.items()).isEmpty();
        assertThat(twice.isComplete()).isTrue();
        assertThat(twice.toTable()).contains("nothing to take back");
        assertThat(registry.snapshot()).isEqualTo(before);
    }

    @Test
    void a_run_a_repository_and_a_digest_bring_back_what_they_name_and_nothing_else() {
        SampleManifest one = images.image();
        SampleManifest two = images.image();
        SampleManifest three = images.image();
        push(SampleRepository.named("app").tag("1", one).tag("2", two).tag("3", three));
        RegistrySnapshot before = registry.snapshot();
        delete(one);
        delete(two, three);

        undo(UndoSelection.run("run-1"));
        assertThat(registry.snapshot().repository("app").tags()).containsOnlyKeys(Tag.of("1"));
        undo("app@" + three.digest());
        assertThat(registry.snapshot().repository("app").tags()).containsOnlyKeys(Tag.of("1"), Tag.of("3"));
        undo("app");
        assertThat(registry.snapshot()).isEqualTo(before);
    }

    @Test
    void nested_indexes_and_their_children_come_back_children_first() {
        SampleManifest nested = images.nestedIndex();
        SampleManifest inner = nested.children().get(0);
        push(SampleRepository.named("app").tag("n", nested));
        RegistrySnapshot before = registry.snapshot();
        delete(
                nested,
                inner,
                nested.children().get(1),
                inner.children().get(0),
                inner.children().get(1));

        UndoReport report = undo(UndoSelection.lastRun());

        assertThat(report.isComplete()).isTrue();
        assertThat(registry.snapshot()).isEqualTo(before);
    }

    @Test
    void a_tag_that_somebody_has_taken_since_is_left_and_reported_and_the_undo_is_complete() {
        SampleManifest image = images.image();
        SampleManifest theirs = images.image();
        RegistryFiller.of(registry.uri()).push(signed(image));
        delete(image);
        tag("latest", theirs);

        UndoReport report = undo(UndoSelection.lastRun());

        assertThat(report.isComplete()).isTrue();
        assertThat(report.items().get(0).taken()).containsExactly(Tag.of("latest"));
        assertThat(report.toTable()).contains("somebody has taken them since: latest");
        assertThat(client.getManifestDigest(APP, Tag.of("latest"))).isEqualTo(theirs.digest());
        assertThat(client.getManifestDigest(APP, Tag.of("1"))).isEqualTo(image.digest());
    }

    @Test
    void h12_what_was_collected_is_said_and_not_tried() {
        SampleManifest image = images.image();
        push(SampleRepository.named("app").tag("1", image));
        delete(image);
        RunLog collection = run();
        collection.write(entry(Kind.COLLECTED, image.digest(), List.of()).build());
        end(collection);
        registry.clearRequests();

        UndoReport report = undo("app:1");

        assertThat(report.isComplete()).isFalse();
        assertThat(report.items()).extracting(UndoItem::status).containsExactly(Status.COLLECTED);
        assertThat(report.toTable()).contains(image.digest().toString(), "garbage was collected");
        assertThat(registry.requests().count(RequestPattern.put("/v2/**"))).isZero();
    }

    @Test
    void h12_a_blob_that_is_gone_makes_one_image_impossible_and_the_others_come_back() {
        SampleManifest image = images.image();
        SampleManifest broken = images.image();
        Digest layer = broken.layers().get(0).digest();
        push(SampleRepository.named("app").tag("1", image).tag("2", broken));
        delete(image, broken);
        registry.damage().missingBlob(APP, layer);

        UndoReport report = undo(UndoSelection.lastRun());

        assertThat(report.isComplete()).isFalse();
        assertThat(report.counts()).containsEntry(Status.RESTORED, 1).containsEntry(Status.IMPOSSIBLE, 1);
        assertThat(report.items()).extracting(UndoItem::gone).contains(Optional.of(layer));
        assertThat(registry.snapshot().repository("app").tags()).containsOnlyKeys(Tag.of("1"));
    }

    @Test
    void h11_entries_come_back_into_the_index_that_was_put_in_the_place_of_theirs() {
        SampleManifest image = images.image();
        SampleManifest first = images.referrer(image, "application/a");
        SampleManifest second = images.referrer(image, "application/b");
        SampleManifest attached = images.referrer(image, "application/c");
        SampleRepository repository = SampleRepository.named("app")
                .tag("1", image)
                .untagged(first)
                .untagged(second)
                .untagged(attached)
                .fallbackTag(images, List.of(first, second))
                .build();
        RegistryFiller.of(registry.uri()).push(repository);
        tag(fallbackTag(image), images.index(List.of(second)));
        delete(repository.manifest(fallbackTag(image)), first);
        tag(fallbackTag(image), images.index(List.of(second, attached)));

        UndoReport report = undo(UndoSelection.lastRun());
        RegistrySnapshot once = registry.snapshot();

        assertThat(report.isComplete()).isTrue();
        assertThat(client.getManifest(APP, image.digest().referrersTag()).entries())
                .extracting(Descriptor::digest)
                .containsExactly(second.digest(), attached.digest(), first.digest());
        assertThat(undo("app").items()).isEmpty();
        assertThat(registry.snapshot()).isEqualTo(once);
    }

    @Test
    void the_last_run_is_all_runs_that_went_on_with_its_plan_since_something_was_taken_back() {
        Optional<Digest> plan = Optional.of(images.image().digest());
        Optional<Digest> other = Optional.of(images.image().digest());
        SampleManifest taken = images.image();
        SampleManifest before = images.image();
        SampleManifest first = images.image();
        SampleManifest between = images.image();
        SampleManifest second = images.image();
        push(SampleRepository.named("app")
                .tag("taken", taken)
                .tag("before", before)
                .tag("first", first)
                .tag("between", between)
                .tag("second", second));
        delete(run(Purpose.APPLY, Optional.empty(), plan), taken, before);
        undo("app:taken");
        delete(run(Purpose.APPLY, Optional.empty(), plan), first);
        delete(run(Purpose.APPLY, Optional.empty(), other), between);
        delete(run(Purpose.APPLY, Optional.empty(), plan), second);

        undo(UndoSelection.run("run-4"));
        assertThat(registry.snapshot().repository("app").tags()).containsOnlyKeys(Tag.of("taken"), Tag.of("second"));
        undo(UndoSelection.lastRun());
        assertThat(registry.snapshot().repository("app").tags())
                .containsOnlyKeys(Tag.of("taken"), Tag.of("first"), Tag.of("second"));
    }

    @Test
    void a_tag_that_was_removed_alone_comes_back() {
        SampleManifest image = images.image();
        RegistryFiller.of(registry.uri()).push(signed(image));
        RegistrySnapshot before = registry.snapshot();
        RunLog log = run();
        log.keep(client.getManifest(APP, image.digest()));
        log.write(entry(Kind.TAG_INTENT, image.digest(), List.of(Tag.of("1"))).build());
        client.deleteTag(APP, Tag.of("1"));
        log.write(entry(Kind.TAG_OUTCOME, image.digest(), List.of(Tag.of("1")))
                .outcome(Outcome.UNTAGGED)
                .build());
        end(log);

        assertThat(undo("app:1").isComplete()).isTrue();
        assertThat(registry.snapshot()).isEqualTo(before);
    }

    @Test
    void what_was_deleted_put_back_and_deleted_again_belongs_to_the_later_run() {
        SampleManifest image = images.image();
        push(SampleRepository.named("app").tag("1", image));
        RegistrySnapshot before = registry.snapshot();
        delete(image);
        undo("");
        runs.add(runs.get(0)); // so that the next name is another one
        delete(image);

        assertThat(undo(UndoSelection.run("run-1")).items()).isEmpty();
        assertThat(undo("").isComplete()).isTrue();
        assertThat(registry.snapshot()).isEqualTo(before);
    }

    @Test
    void another_account_an_unknown_run_and_an_empty_journal_are_refused_with_the_reason() {
        SampleManifest image = images.image();
        assertThatThrownBy(() -> undo(""))
                .isInstanceOf(UndoRefusedException.class)
                .hasMessageContaining("no run");
        push(SampleRepository.named("app").tag("1", image));
        RunLog log = run(Purpose.APPLY, Optional.of("robot"));
        delete(log, image.digest());
        end(log);

        assertThatThrownBy(() -> undo(""))
                .isInstanceOf(UndoRefusedException.class)
                .hasMessageContaining("robot");
        assertThatThrownBy(() -> undo(UndoSelection.run("run-9")))
                .isInstanceOf(UndoRefusedException.class)
                .hasMessageContaining("run-1");
        assertThat(Undoer.of(client, journal)
                        .anyAccount()
                        .build()
                        .undo(UndoSelection.lastRun())
                        .isComplete())
                .isTrue();
    }

    @Test
    void h13_and_h28_a_lease_that_is_held_or_lost_ends_it() {
        SampleManifest image = images.image();
        push(SampleRepository.named("app").tag("1", image));
        delete(image);
        try (Lease lease = journal.lease(client.registry().toString())) {
            lease.require();
            assertThatThrownBy(() -> undo("")).isInstanceOf(LeaseHeldException.class);
        }
        journal.loseLease();

        assertThatThrownBy(() -> undo("")).isInstanceOf(LeaseLostException.class);
        assertThat(registry.snapshot().repository("app").manifests()).isEmpty();
    }

    @Test
    void killed_between_any_two_requests_the_next_undo_goes_on() {
        SampleManifest nested = images.nestedIndex();
        SampleManifest image = images.image();
        SampleRepository repository = SampleRepository.named("app")
                .tag("n", nested)
                .tag("1", image)
                .cosignTag(images, image)
                .build();
        RegistryFiller.of(registry.uri()).push(repository);
        RegistrySnapshot before = registry.snapshot();
        SampleManifest inner = nested.children().get(0);
        int kills = 0;
        for (boolean killed = true; killed; kills++) {
            delete(nested, inner, inner.children().get(0), image, repository.manifest(fallbackTag(image) + ".sig"));
            KilledClient dying = new KilledClient(client, kills, journal);
            try {
                Undoer.of(dying.client(), journal).build().undo(UndoSelection.lastRun());
                killed = false;
            } catch (KilledClient.Killed expected) {
                journal.revive();
                assertThat(undo("").isComplete()).isTrue();
            }
            assertThat(registry.snapshot()).isEqualTo(before);
        }
        assertThat(kills).isGreaterThan(40);
    }

    @Test
    void the_report_is_json_too_and_written_whole(@TempDir Path folder) throws Exception {
        SampleManifest image = images.image();
        push(SampleRepository.named("app").tag("1", image));
        delete(image);
        registry.script()
                .on(RequestPattern.put("/v2/app/manifests/1"))
                .answer(ScriptedAnswer.status(403)
                        .header("Content-Type", "application/json")
                        .body("{\"errors\":[{\"code\":\"DENIED\"}]}"));

        UndoReport report = undo("app");
        report.write(folder.resolve("undo.json"));

        JsonNode json = new ObjectMapper().readTree(folder.resolve("undo.json").toFile());
        assertThat(json.path("complete").booleanValue()).isFalse();
        assertThat(json.path("selection").textValue()).isEqualTo("app");
        assertThat(json.path("counts").path("failed").intValue()).isOne();
        assertThat(json.path("items").get(0).path("reason").textValue()).contains("DENIED");
        assertThat(folder.toFile().list()).containsExactly("undo.json");
    }

    @Test
    void selections_are_read_as_people_type_them() {
        Digest digest = images.image().digest();
        assertThat(UndoSelection.parse("team/app:1.0"))
                .hasToString(UndoSelection.tag(RepositoryName.of("team/app"), Tag.of("1.0"))
                        .toString());
        assertThat(UndoSelection.parse("team/app@" + digest)).hasToString("team/app@" + digest);
        assertThat(UndoSelection.parse("team/app")).hasToString("team/app");
        assertThat(UndoSelection.parse("20261130T213000123Z")).hasToString("20261130T213000123Z");
        assertThat(UndoSelection.parse("")).hasToString("the last run");
        assertThatThrownBy(() -> UndoSelection.parse("Team/App!")).hasMessageContaining("REPO:TAG");
    }
}
