package io.github.registryclient.tests.apply;

import static io.github.registryclient.testkit.traffic.RequestPattern.delete;
import static io.github.registryclient.testkit.traffic.ScriptedAnswer.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.cleanup.Planner;
import io.github.registryclient.cleanup.journal.JournalEntry;
import io.github.registryclient.cleanup.plan.Plan;
import io.github.registryclient.cleanup.policy.ImageReference;
import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.cleanup.report.ItemReport;
import io.github.registryclient.cleanup.report.Outcome;
import io.github.registryclient.cleanup.report.Report;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.EmbeddedRegistryBuilder;
import io.github.registryclient.testkit.MovableClock;
import io.github.registryclient.testkit.manner.DeletionManner;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import io.github.registryclient.testkit.traffic.ScriptedAnswer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways in which a careful run would still go wrong. */
class DeletingHazardsTest extends ApplyScene {
    private final SampleManifest kept = image();
    private final SampleManifest going = image();
    private final SampleManifest other = image();
    private final MovableClock clock = MovableClock.at(Clock.systemUTC().instant());

    private Plan filled() {
        push(SampleRepository.named("app").tag("main", kept).tag("pr-1", going).tag("pr-2", other));
        return plan();
    }

    private static EmbeddedRegistryBuilder with(DeletionManner manner) {
        return EmbeddedRegistry.builder().manner(manner);
    }

    private String at(SampleManifest manifest) {
        return "/v2/app/manifests/" + manifest.digest();
    }

    private ScriptedAnswer gatewayTimeout() {
        return status(504).header("Content-Type", "text/html").body("<h1>504 Gateway Time-out</h1>");
    }

    @Test
    void H8_and_H26_the_report_says_how_long_each_window_was() {
        Plan plan = filled();

        Report report = applier(plan, (number, call) -> {
                    if (call.startsWith("deleteManifest")) {
                        clock.move(Duration.ofMillis(500));
                    }
                })
                .clock(clock)
                .build()
                .apply();

        ItemReport item = item(report, going);
        assertThat(item.deletion().orElseThrow()).isEqualTo(Duration.ofMillis(500));
        assertThat(item.window().orElseThrow()).isGreaterThanOrEqualTo(Duration.ofMillis(500));
        assertThat(item.lookWindow().orElseThrow())
                .isGreaterThanOrEqualTo(item.window().orElseThrow());
        assertThat(report.toTable()).contains("may have been lost unseen: 500 ms");
    }

    @Test
    void H8_a_slow_repository_is_left_for_another_run_unless_that_is_accepted() {
        Plan plan = filled();
        Meddled.Meddler slow = (number, call) -> {
            if (call.startsWith("deleteManifest")) {
                clock.move(Duration.ofSeconds(3));
            }
        };

        Report report = applier(plan, slow).clock(clock).build().apply();
        assertThat(report.count(Outcome.DELETED)).isEqualTo(1);
        assertThat(report.count(Outcome.NOT_REACHED)).isEqualTo(1);
        assertThat(report.status()).isEqualTo(Report.Status.PARTIAL);
        assertThat(report.items())
                .anySatisfy(item -> assertThat(item.cause().orElse("")).contains("a DELETE took 3.0 s"));

        Report again =
                applier(plan, slow).clock(clock).acceptSlowDeletions().build().apply();
        assertThat(again.count(Outcome.DELETED)).isEqualTo(1);
        assertThat(tags()).containsExactly("main");
    }

    @Test
    void H9_a_DELETE_that_was_carried_out_and_not_answered_is_found_by_looking() {
        Plan plan = filled();
        registry.script().on(delete(at(going))).times(1).letThroughButAnswer(gatewayTimeout());

        Report report = applier(plan).clock(clock).pause(clock::move).build().apply();

        assertThat(outcome(report, going)).as(report.toTable()).isEqualTo(Outcome.DELETED);
        assertThat(item(report, going).cause().orElse("")).contains("504");
        assertThat(report.status()).isEqualTo(Report.Status.DONE);
    }

    @Test
    void H9_one_that_was_not_is_waited_for_as_long_as_it_may_run_and_nothing_is_written_meanwhile() {
        Plan plan = filled();
        registry.script().on(delete(at(going))).times(1).answer(gatewayTimeout());
        List<String> calls = new ArrayList<>();
        List<Duration> waits = new ArrayList<>();

        Report report = applier(plan, (number, call) -> calls.add(call))
                .clock(clock)
                .pause(duration -> {
                    waits.add(duration);
                    clock.move(duration);
                    calls.add("wait");
                })
                .build()
                .apply();

        assertThat(outcome(report, going)).isEqualTo(Outcome.FAILED);
        assertThat(waits.stream().reduce(Duration.ZERO, Duration::plus)).isGreaterThanOrEqualTo(Duration.ofMinutes(5));
        assertThat(calls.subList(calls.indexOf("wait"), calls.lastIndexOf("wait")))
                .noneMatch(call -> call.startsWith("delete") || call.startsWith("put"));
        assertThat(has(going)).isTrue();
        assertThat(outcome(report, other)).isEqualTo(Outcome.DELETED);
        assertThat(report.status()).isEqualTo(Report.Status.FAILED);
    }

    @Test
    void H10_a_kept_tag_that_moves_is_no_breach() {
        Plan plan = filled();
        SampleManifest rebuilt = image();

        Report report = applier(plan, (number, call) -> {
                    if (call.startsWith("deleteManifest[app, ") && !tags().contains("rebuilt")) {
                        tag("main", rebuilt);
                        tag("rebuilt", rebuilt);
                    }
                })
                .build()
                .apply();

        assertThat(report.status()).isEqualTo(Report.Status.DONE);
        assertThat(report.breaches()).isEmpty();
        assertThat(report.notes()).anyMatch(note -> note.contains("app:main was moved by somebody else"));
        assertThat(app().tags()).containsEntry(Tag.of("main"), rebuilt.digest());
    }

    @Test
    void H10_a_kept_tag_that_fell_into_the_window_is_put_back_where_only_our_DELETE_explains_it() {
        start(EmbeddedRegistry.builder().tagDeletionOff());
        push(SampleRepository.named("app").tag("main", kept).tag("pr-1", going));
        Plan plan = plan();

        Report report = applier(plan, (number, call) -> {
                    if (call.startsWith("deleteManifest")) {
                        tag("main", going); // after the last look at it
                    }
                })
                .build()
                .apply();

        assertThat(app().tags()).containsEntry(Tag.of("main"), going.digest());
        assertThat(has(going)).isTrue();
        assertThat(outcome(report, going)).isEqualTo(Outcome.SKIPPED_CHANGED);
        assertThat(report.notes()).anyMatch(note -> note.contains("both were put back"));
    }

    @Test
    void H10_where_others_can_delete_tags_a_vanished_one_is_only_told() {
        Plan plan = filled();

        Report report = applier(plan, (number, call) -> {
                    if (call.startsWith("deleteManifest") && tags().contains("main")) {
                        client.deleteTag(APP, Tag.of("main"));
                    }
                })
                .build()
                .apply();

        assertThat(tags()).isEmpty();
        assertThat(report.notes()).anyMatch(note -> note.contains("app:main is gone while"));
    }

    @Test
    void H10_what_somebody_deleted_on_purpose_does_not_come_back() {
        start(EmbeddedRegistry.builder().tagDeletionOff());
        push(SampleRepository.named("app").tag("main", kept).tag("pr-1", going));
        Plan plan = plan();

        Report report = applier(plan, (number, call) -> {
                    if (call.startsWith("deleteManifest")) {
                        client.deleteManifest(APP, kept.digest());
                    }
                })
                .build()
                .apply();

        assertThat(tags()).isEmpty();
        assertThat(has(kept)).isFalse();
        assertThat(report.notes()).anyMatch(note -> note.contains("somebody else did"));
        assertThat(report.breaches()).isEmpty();
    }

    @Test
    void H12_what_could_not_be_put_back_stays_where_undo_is_required() {
        SampleManifest partial = images.index(List.of(going, other));
        push(SampleRepository.named("app")
                .tag("main", kept)
                .tag("pr-1", partial)
                .tag("pr-2", image()));
        client.deleteManifest(APP, going.digest());
        Plan plan = Planner.of(client, PULL_REQUESTS).checkAll().build().plan();

        Report report = applier(plan).requireUndo().build().apply();

        assertThat(item(report, partial).irrevocable()).isPresent();
        assertThat(has(partial)).isTrue();
        assertThat(report.count(Outcome.DELETED)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 409, 412})
    void H24_the_children_of_an_index_that_stayed_stay(int refusal) {
        SampleManifest index = images.twoPlatformIndex();
        push(SampleRepository.named("app").tag("main", kept).tag("pr-1", index).tag("pr-2", other));
        Plan plan = plan();
        registry.script()
                .on(delete(at(index)))
                .always()
                .answer(status(refusal).body("{\"errors\":[{\"code\":\"DENIED\"}]}"));

        Report report = apply(plan);

        assertThat(outcome(report, index)).isEqualTo(refusal == 403 ? Outcome.DENIED : Outcome.PROTECTED);
        for (SampleManifest child : index.children()) {
            assertThat(outcome(report, child)).isEqualTo(Outcome.SKIPPED_CHANGED);
            assertThat(has(child)).isTrue();
        }
        assertThat(outcome(report, other)).isEqualTo(Outcome.DELETED);
    }

    @Test
    void H24_a_signature_stays_with_what_it_signs() {
        SampleManifest signature = images.cosignSignature(going);
        push(SampleRepository.named("app").tag("main", kept).tag("pr-1", going).cosignTag(images, going));
        Plan plan = plan();
        registry.script().on(delete(at(going))).always().answer(status(409));

        Report report = apply(plan);

        assertThat(signature).isNotNull();
        assertThat(outcome(report, going)).isEqualTo(Outcome.PROTECTED);
        assertThat(report.items()).noneMatch(item -> item.outcome().isGone());
        assertThat(tags()).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource(
            value = DeletionManner.class,
            names = {"ONE_TAG_STAYS", "TAGS_DANGLE", "TAGS_OUTLIVE_THEIR_DIGEST"})
    void H27_tags_that_are_left_are_deleted_as_tags(DeletionManner manner) {
        start(with(manner));
        push(SampleRepository.named("app").tag("main", kept).tag("pr-1", going).tag("pr-1-again", going));

        Report report = apply(plan());

        assertThat(outcome(report, going)).as(report.toTable()).isEqualTo(Outcome.DELETED);
        assertThat(tags()).containsExactly("main");
        assertThat(report.status()).isEqualTo(Report.Status.DONE);
    }

    @Test
    void H27_where_tags_cannot_be_deleted_the_manifest_is_put_back_and_deleted_once_more() {
        start(EmbeddedRegistry.builder().tagDeletionOff());
        push(SampleRepository.named("app").tag("main", kept).tag("pr-1", going));
        Plan plan = plan();
        registry.script().on(delete(at(going))).times(1).answer(status(202));

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
        assertThat(tags()).containsExactly("main");
        assertThat(has(going)).isFalse();
    }

    @Test
    void H27_a_left_tag_that_somebody_pushed_to_is_theirs() {
        start(with(DeletionManner.TAGS_DANGLE));
        push(SampleRepository.named("app").tag("main", kept).tag("pr-1", going));
        Plan plan = plan();
        boolean[] deleted = new boolean[1];

        Report report = applier(plan, (number, call) -> {
                    if (deleted[0]) {
                        tag("pr-1", other);
                        deleted[0] = false;
                    }
                    deleted[0] |= call.startsWith("deleteManifest");
                })
                .build()
                .apply();

        assertThat(outcome(report, going)).isEqualTo(Outcome.DELETED);
        assertThat(app().tags()).containsEntry(Tag.of("pr-1"), other.digest());
    }

    @Test
    void H27_what_cannot_be_repaired_has_failed() {
        start(with(DeletionManner.TAGS_DANGLE).tagDeletionOff());
        push(SampleRepository.named("app").tag("main", kept).tag("pr-1", going));

        Report report = apply(plan());

        assertThat(outcome(report, going)).isEqualTo(Outcome.FAILED);
        assertThat(item(report, going).cause().orElse("")).contains("pr-1");
        assertThat(report.status()).isEqualTo(Report.Status.FAILED);
    }

    @Test
    void H28_whoever_lost_the_lease_stops_before_the_next_DELETE() {
        Plan plan = filled();

        Report report = applier(plan, (number, call) -> {
                    if (call.startsWith("deleteManifest")) {
                        journal.loseLease();
                    }
                })
                .build()
                .apply();

        assertThat(report.count(Outcome.DELETED)).isEqualTo(1);
        assertThat(report.stopped().orElse("")).contains("taken over");
        assertThat(journal.runs(registry.uri().toString())).noneMatch(run -> run.isEnded());
        assertThat(report.count(Outcome.NOT_REACHED)).isEqualTo(1);
    }

    @Test
    void H3_a_child_that_is_kept_by_its_digest_keeps_its_index_too() {
        start(with(DeletionManner.INDEX_TAKES_ITS_CHILDREN));
        SampleManifest index = images.index(List.of(going, other));
        push(SampleRepository.named("app").tag("main", kept).tag("pr-1", index));
        Plan plan = plan(Policy.builder()
                .from(PULL_REQUESTS)
                .addKeep(ImageReference.parse("app@" + going.digest()))
                .build());
        Report report = apply(plan);
        assertThat(report.items()).noneMatch(item -> item.outcome() == Outcome.FAILED);
        assertThat(has(going)).isTrue();
    }

    @Test
    void R404_a_child_that_the_registry_protects_is_denied_and_the_rest_goes_on() {
        start(with(DeletionManner.CHILD_IS_DENIED));
        SampleManifest index = images.twoPlatformIndex();
        push(SampleRepository.named("app").tag("main", kept).tag("pr-1", index).tag("pr-2", other));

        Report report = apply(plan());

        assertThat(report.status()).as(report.toTable()).isEqualTo(Report.Status.DONE);
        assertThat(tags()).containsExactly("main");
    }

    @Test
    void R404_an_immutable_tag_protects_its_manifest_and_nothing_else() {
        start(with(DeletionManner.IMMUTABLE_TAG_IS_A_PRECONDITION));
        push(SampleRepository.named("app")
                .tag("main", kept)
                .tag("immutable-1", going)
                .tag("immutable", other));
        Plan plan = plan(policy("immutable*"));

        Report report = apply(plan);

        assertThat(outcome(report, going)).isEqualTo(Outcome.PROTECTED);
        assertThat(report.status()).isEqualTo(Report.Status.DONE);
        assertThat(has(going)).isTrue();
    }

    @Test
    void R404_deletion_that_is_switched_off_in_the_middle_ends_the_run_and_names_the_setting() {
        Plan plan = filled();
        List<Digest> deleted = new ArrayList<>();

        Report report = applier(plan, (number, call) -> {
                    if (call.startsWith("deleteManifest")) {
                        if (!deleted.isEmpty()) {
                            registry.setDeletion(false);
                        }
                        deleted.add(going.digest());
                    }
                })
                .build()
                .apply();

        assertThat(report.count(Outcome.DELETED)).isEqualTo(1);
        assertThat(report.count(Outcome.NOT_REACHED)).isEqualTo(1);
        assertThat(report.stopped().orElse("")).contains("REGISTRY_STORAGE_DELETE_ENABLED=true");
        assertThat(journal.entries().get(journal.entries().size() - 1).kind()).isEqualTo(JournalEntry.Kind.END);
    }
}
