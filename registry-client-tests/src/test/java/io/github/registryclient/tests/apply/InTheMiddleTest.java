package io.github.registryclient.tests.apply;

import static io.github.registryclient.testkit.traffic.RequestPattern.any;
import static io.github.registryclient.testkit.traffic.RequestPattern.delete;
import static io.github.registryclient.testkit.traffic.RequestPattern.get;
import static io.github.registryclient.testkit.traffic.ScriptedAnswer.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.cleanup.apply.Applier;
import io.github.registryclient.cleanup.journal.JournalEntry;
import io.github.registryclient.cleanup.plan.Plan;
import io.github.registryclient.cleanup.report.Outcome;
import io.github.registryclient.cleanup.report.Report;
import io.github.registryclient.cleanup.undo.UndoReport;
import io.github.registryclient.cleanup.undo.UndoSelection;
import io.github.registryclient.cleanup.undo.Undoer;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.MovableClock;
import io.github.registryclient.testkit.RepositorySnapshot;
import io.github.registryclient.testkit.manner.DeletionManner;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import io.github.registryclient.testkit.traffic.Ending;
import io.github.registryclient.testkit.traffic.ScriptedAnswer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a registry, an account or somebody else does in the middle of a run. */
class InTheMiddleTest extends ApplyScene {
    private final SampleManifest kept = image();
    private final SampleManifest going = image();
    private final SampleManifest other = image();
    private final MovableClock clock = MovableClock.at(Clock.systemUTC().instant());

    private Plan filled() {
        push(SampleRepository.named("app").tag("main", kept).tag("pr-1", going).tag("pr-2", other));
        return plan();
    }

    /** Before the second manifest is deleted. */
    private static Meddled.Meddler afterTheFirst(Runnable what) {
        int[] deletions = new int[1];
        return (number, call) -> {
            if (call.startsWith("deleteManifest") && ++deletions[0] == 2) {
                what.run();
            }
        };
    }

    /** When it is proven that {@link #going} is gone: at the second call after its deletion. */
    private Meddled.Meddler afterTheProof(Runnable what) {
        int[] calls = new int[1];
        return (number, call) -> {
            if (calls[0] < 2 && !has(going) && ++calls[0] == 2) {
                what.run();
            }
        };
    }

    private void assertOneLeft(Report report, String why) {
        assertThat(report.count(Outcome.DELETED)).as(report.toTable()).isEqualTo(1);
        assertThat(report.status()).isEqualTo(Report.Status.PARTIAL);
        assertThat(report.toTable()).contains(why);
        assertThat(tags()).hasSize(2);
    }

    @Test
    void the_registry_turns_read_only() {
        Plan plan = filled();
        Report report = applier(plan, afterTheFirst(() -> registry.setReadOnly(true)))
                .build()
                .apply();
        assertOneLeft(report, "read-only");
        registry.setReadOnly(false);
        assertThat(apply(plan).status()).isEqualTo(Report.Status.DONE);
    }

    @Test
    void the_account_loses_its_right_to_delete() {
        Plan plan = filled();
        Report report = applier(
                        plan,
                        afterTheFirst(() -> registry.script()
                                .on(delete("/v2/app/manifests/*"))
                                .always()
                                .answer(status(403).body("{\"errors\":[{\"code\":\"DENIED\"}]}"))))
                .build()
                .apply();
        assertOneLeft(report, "DENIED");
        assertThat(report.count(Outcome.DENIED)).isEqualTo(1);
    }

    @Test
    void the_credentials_expire() {
        Plan plan = filled();
        Report report = applier(
                        plan,
                        afterTheFirst(() -> registry.script()
                                .on(delete("/v2/app/manifests/*"))
                                .always()
                                .answer(status(401).header("WWW-Authenticate", "Basic realm=\"x\""))))
                .build()
                .apply();
        assertOneLeft(report, "401");
    }

    @Test
    void the_registry_dies_and_comes_back() {
        Plan plan = filled();
        Report report = applier(
                        plan,
                        afterTheFirst(() -> registry.script()
                                .on(delete("/v2/app/manifests/*"))
                                .always()
                                .answer(ScriptedAnswer.nothing(Ending.RESET))))
                .clock(clock)
                .pause(clock::move)
                .build()
                .apply();
        assertThat(report.count(Outcome.DELETED)).isEqualTo(1);
        assertThat(report.count(Outcome.FAILED)).isEqualTo(1);
        assertThat(tags()).hasSize(2);
    }

    @Test
    void H9_a_client_that_repeats_waits_for_an_unheard_DELETE_too() {
        Plan plan = filled();
        registry.script()
                .on(delete("/v2/app/manifests/" + going.digest()))
                .times(1)
                .letThroughButAnswer(status(504).header("Content-Type", "text/html"));
        List<String> calls = new ArrayList<>();
        try (HttpRegistryClient repeating = HttpRegistryClient.builder(
                        registry.uri().toString())
                .clock(clock)
                .pauses(clock::move)
                .build()) {
            RegistryClient meddled = Meddled.client(repeating, (number, call) -> calls.add(call));
            Report report = Applier.of(meddled, plan, journal)
                    .clock(clock)
                    .pause(clock::move)
                    .build()
                    .apply();

            assertThat(outcome(report, going)).isEqualTo(Outcome.DELETED);
            assertThat(item(report, going).cause().orElse("")).contains("found by looking");
            int sent = calls.stream()
                    .filter(call -> call.startsWith("deleteManifest"))
                    .findFirst()
                    .map(calls::indexOf)
                    .orElse(-1);
            assertThat(calls.get(sent + 1)).startsWith("getManifest[app, sha256:");
            assertThat(report.status()).isEqualTo(Report.Status.DONE);
        }
    }

    @Test
    void an_image_that_somebody_pushes_again_right_after_its_deletion_stays() {
        Plan plan = filled();
        Report report =
                applier(plan, afterTheProof(() -> tag("pr-1", going))).build().apply();

        assertThat(app().tags()).as(report.toTable()).containsEntry(Tag.of("pr-1"), going.digest());
        assertThat(has(going)).isTrue();
    }

    @Test
    void H24_a_signature_stays_if_what_it_signs_is_there_again() {
        push(SampleRepository.named("app").tag("main", kept).tag("pr-1", going).cosignTag(images, going));
        Plan plan = plan();
        Report report =
                applier(plan, afterTheProof(() -> tag("pr-1", going))).build().apply();

        assertThat(has(going)).isTrue();
        assertThat(tags()).as(report.toTable()).hasSize(3);
    }

    @Test
    void H26_an_index_pushed_over_a_child_while_that_is_being_deleted_gets_it_back() {
        push(SampleRepository.named("app").tag("main", kept).tag("pr-1", going));
        Plan plan = plan();
        boolean[] pushed = new boolean[1];

        Report report = applier(plan, (number, call) -> {
                    if (call.startsWith("deleteManifest") && !pushed[0]) {
                        pushed[0] = true;
                        tag("nightly", images.index(List.of(going, kept)));
                    }
                })
                .build()
                .apply();

        assertThat(outcome(report, going)).as(report.toTable()).isEqualTo(Outcome.SKIPPED_CHANGED);
        assertThat(has(going)).isTrue();
    }

    @Test
    void H27_what_was_put_back_to_be_deleted_with_its_tag_can_be_undone() {
        start(EmbeddedRegistry.builder().tagDeletionOff());
        push(SampleRepository.named("app").tag("main", kept).tag("pr-1", going));
        RepositorySnapshot before = app();
        Plan plan = plan();
        registry.script()
                .on(delete("/v2/app/manifests/" + going.digest()))
                .times(1)
                .answer(status(202));
        boolean[] damaged = new boolean[1];
        Report report = applier(plan, (number, call) -> {
                    if (call.startsWith("deleteManifest") && !damaged[0]) {
                        damaged[0] = true;
                        registry.damage().danglingTags(APP, going.digest());
                    }
                })
                .build()
                .apply();
        assertThat(outcome(report, going)).as(report.toTable()).isEqualTo(Outcome.DELETED);

        UndoReport undo = Undoer.of(client, journal).build().undo(UndoSelection.lastRun());

        assertThat(undo.isComplete()).as(undo.toTable()).isTrue();
        assertThat(app()).isEqualTo(before);
    }

    @Test
    void H29_what_a_registry_takes_along_although_something_kept_needs_it_is_a_breach_and_said_first() {
        SampleManifest shared = image();
        SampleManifest index = images.index(List.of(going, shared));
        SampleManifest keptIndex = images.index(List.of(shared, kept));
        push(SampleRepository.named("app").tag("main", keptIndex).tag("pr-1", index));
        Plan plan = plan();
        boolean[] done = new boolean[1];

        Report report = applier(plan, (number, call) -> {
                    if (call.startsWith("deleteManifest") && !done[0]) {
                        done[0] = true;
                        registry.damage().danglingTags(APP, shared.digest()); // as a server that cascades
                    }
                })
                .build()
                .apply();

        assertThat(report.status()).isEqualTo(Report.Status.FAILED);
        assertThat(report.toTable()).startsWith("LOST: app@" + shared.digest());
        assertThat(report.breaches()).hasSize(2);
        assertThat(report.stopped()).isPresent();
    }

    @Test
    void H29_what_somebody_deletes_on_purpose_with_all_that_needs_it_is_no_breach() {
        SampleManifest shared = image();
        SampleManifest index = images.index(List.of(going, shared));
        SampleManifest keptIndex = images.index(List.of(shared, kept));
        push(SampleRepository.named("app").tag("main", keptIndex).tag("pr-1", index));
        Plan plan = plan();
        boolean[] done = new boolean[1];

        Report report = applier(plan, (number, call) -> {
                    if (call.startsWith("deleteManifest") && !done[0]) {
                        done[0] = true;
                        client.deleteManifest(APP, keptIndex.digest());
                        client.deleteManifest(APP, shared.digest());
                    }
                })
                .build()
                .apply();

        assertThat(report.breaches()).isEmpty();
        assertThat(has(shared)).isFalse();
        assertThat(report.status()).as(report.toTable()).isEqualTo(Report.Status.DONE);
    }

    @Test
    void R408_what_is_deleted_later_is_not_said_to_be_deleted_now() {
        start(EmbeddedRegistry.builder().manner(DeletionManner.LATER));
        push(SampleRepository.named("app").tag("main", kept).tag("pr-1", going));

        Report report = apply(plan());

        assertThat(outcome(report, going)).isEqualTo(Outcome.FAILED);
        assertThat(item(report, going).cause().orElse("")).contains("still shows the manifest");
        assertThat(journal.entries()).anyMatch(entry -> entry.kind() == JournalEntry.Kind.INTENT);
    }

    @Test
    void H8_somebody_who_moves_a_planned_tag_within_the_DELETE_keeps_the_new_manifest() {
        Plan plan = filled();
        SampleManifest rebuilt = image();
        RegistryFiller filler = RegistryFiller.of(registry.uri());
        rebuilt.blobs().forEach(blob -> filler.pushBlob(APP, blob));

        Report report = applier(plan, (number, call) -> {
                    if (call.startsWith("deleteManifest")
                                    && call.contains(going.digest().shortForm())
                            || call.startsWith("deleteManifest") && !has(rebuilt)) {
                        filler.putManifest(APP, Tag.of("pr-1"), rebuilt);
                        clock.move(Duration.ofMillis(400));
                    }
                })
                .clock(clock)
                .build()
                .apply();

        assertThat(has(rebuilt)).isTrue();
        assertThat(report.items())
                .anySatisfy(item ->
                        assertThat(item.window().orElse(Duration.ZERO)).isGreaterThanOrEqualTo(Duration.ofMillis(400)));
    }

    @Test
    void a_listing_that_fails_after_the_deletions_leaves_open_what_became_of_tags() {
        Plan plan = filled();
        int[] deletions = new int[1];
        Report report = applier(plan, (number, call) -> {
                    if (call.startsWith("deleteManifest") && ++deletions[0] == 2) {
                        registry.script().on(get("/v2/app/tags/list")).always().answer(status(500));
                    }
                })
                .build()
                .apply();
        assertThat(report.count(Outcome.FAILED)).isEqualTo(2);
        assertThat(report.toTable()).contains("whether its tags are could not be seen");
    }

    @Test
    void a_repository_that_cannot_be_asked_is_left_alone_and_the_others_are_not() {
        push(SampleRepository.named("app").tag("main", kept).tag("pr-1", going));
        push(SampleRepository.named("other").tag("main", kept).tag("pr-1", other));
        Plan plan = plan();
        registry.script().on(any("/v2/app/**")).always().answer(status(500));

        Report report = apply(plan);

        assertThat(outcome(report, going)).isEqualTo(Outcome.NOT_REACHED);
        assertThat(outcome(report, other)).isEqualTo(Outcome.DELETED);
        assertThat(report.status()).isEqualTo(Report.Status.PARTIAL);
    }
}
