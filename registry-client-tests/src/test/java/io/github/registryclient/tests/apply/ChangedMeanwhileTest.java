package io.github.registryclient.tests.apply;

import static io.github.registryclient.testkit.traffic.RequestPattern.any;
import static io.github.registryclient.testkit.traffic.ScriptedAnswer.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.cleanup.plan.Plan;
import io.github.registryclient.cleanup.policy.Defect;
import io.github.registryclient.cleanup.policy.ImageReference;
import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.cleanup.policy.Rule;
import io.github.registryclient.cleanup.report.Outcome;
import io.github.registryclient.cleanup.report.Report;
import io.github.registryclient.cleanup.use.InUse;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.MovableClock;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is no longer as the plan knew it stays, whoever changed it and when. */
class ChangedMeanwhileTest extends ApplyScene {
    private final SampleManifest kept = image();
    private final SampleManifest going = image();
    private final SampleManifest other = image();

    private Plan filled() {
        push(SampleRepository.named("app").tag("main", kept).tag("pr-1", going).tag("pr-2", other));
        return plan();
    }

    @Test
    void a_tag_that_was_moved_away_saves_its_manifest_and_what_it_points_to() {
        Plan plan = filled();
        SampleManifest rebuilt = image();
        tag("pr-1", rebuilt);

        Report report = apply(plan);

        assertThat(outcome(report, going)).isEqualTo(Outcome.SKIPPED_CHANGED);
        assertThat(outcome(report, other)).isEqualTo(Outcome.DELETED);
        assertThat(has(going)).isTrue();
        assertThat(app().tags()).containsEntry(Tag.of("pr-1"), rebuilt.digest());
        assertThat(report.status()).isEqualTo(Report.Status.DONE);
    }

    @Test
    void a_tag_that_moved_onto_a_planned_manifest_saves_it() {
        Plan plan = filled();
        tag("release", going);

        Report report = apply(plan);

        assertThat(outcome(report, going)).isEqualTo(Outcome.SKIPPED_CHANGED);
        assertThat(item(report, going).cause())
                .hasValueSatisfying(why -> assertThat(why).contains("release"));
        assertThat(tags()).containsExactly("main", "pr-1", "release");
    }

    @Test
    void a_tag_that_moves_between_the_look_and_its_DELETE_saves_its_manifest() {
        Plan plan = filled();

        Report report = applier(plan, (number, call) -> {
                    if (call.startsWith("getManifest[app, pr-1]")) {
                        tag("pr-1", kept);
                    }
                })
                .build()
                .apply();

        assertThat(item(report, going).cause())
                .hasValueSatisfying(why -> assertThat(why).contains("pr-1 was moved to"));
        assertThat(has(going)).isTrue();
        assertThat(outcome(report, other)).isEqualTo(Outcome.DELETED);
    }

    @Test
    void H25_a_new_index_over_an_old_child_saves_the_child() {
        Plan plan = filled();
        SampleManifest index = images.index(List.of(going, kept));
        tag("nightly", index);

        Report report = apply(plan);

        assertThat(outcome(report, going)).isEqualTo(Outcome.SKIPPED_CHANGED);
        assertThat(has(index)).isTrue();
        assertThat(has(going)).isTrue();
    }

    @Test
    void H25_so_does_one_that_is_seen_only_at_a_later_look() {
        Plan plan = filled();
        SampleManifest index = images.index(List.of(going, other, kept));
        boolean[] pushed = new boolean[1];

        Report report = applier(plan, (number, call) -> {
                    if (call.startsWith("deleteManifest") && !pushed[0]) {
                        pushed[0] = true;
                        tag(
                                "nightly",
                                images.index(
                                        List.of(call.contains(going.digest().toString()) ? other : going)));
                    }
                })
                .lookLimit(Duration.ZERO)
                .build()
                .apply();

        assertThat(index.children()).hasSize(3);
        assertThat(report.count(Outcome.DELETED)).as(report.toTable()).isEqualTo(1);
        assertThat(report.count(Outcome.SKIPPED_CHANGED)).isEqualTo(1);
    }

    @Test
    void H25_what_has_come_and_cannot_be_read_saves_everything() {
        Plan plan = filled();
        SampleManifest index = images.index(List.of(going));
        tag("nightly", index);
        registry.script()
                .on(any("/v2/app/manifests/" + index.digest()))
                .always()
                .answer(status(500));

        Report report = apply(plan);

        assertThat(report.items()).noneMatch(item -> item.outcome().isGone());
        assertThat(has(going)).isTrue();
        assertThat(report.status()).isEqualTo(Report.Status.PARTIAL);
    }

    @Test
    void a_new_signature_saves_what_it_signs() {
        Plan plan = filled();
        SampleManifest signature = images.referrer(going, "application/vnd.example.signature");
        RegistryFiller filler = RegistryFiller.of(registry.uri());
        signature.blobs().forEach(blob -> filler.pushBlob(APP, blob));
        filler.putManifest(APP, signature.digest(), signature);

        Report report = apply(plan);

        assertThat(outcome(report, going)).isEqualTo(Outcome.SKIPPED_CHANGED);
        assertThat(has(going)).isTrue();
        assertThat(has(signature)).isTrue();
    }

    @Test
    void H11_a_referrer_that_somebody_adds_to_the_fallback_index_saves_all_of_it() {
        start(EmbeddedRegistry.builder().noReferrersApi());
        SampleManifest signature = images.referrer(going, "application/vnd.example.signature");
        push(SampleRepository.named("app")
                .tag("main", kept)
                .tag("pr-1", going)
                .untagged(signature)
                .fallbackTag(images, List.of(signature)));
        Plan plan = plan();
        SampleManifest added = images.referrer(going, "application/vnd.example.sbom");
        SampleRepository more = SampleRepository.named("app")
                .tag("pr-1", going)
                .untagged(signature)
                .untagged(added)
                .fallbackTag(images, List.of(signature, added))
                .build();
        RegistryFiller.of(registry.uri()).push(more);

        Report report = apply(plan);

        assertThat(has(going)).isTrue();
        assertThat(has(signature)).isTrue();
        assertThat(has(added)).isTrue();
        assertThat(report.items()).noneMatch(item -> item.outcome().isGone());
    }

    @Test
    void H11_with_a_manifest_go_its_referrers_their_entries_and_the_index_of_its_fallback_tag() {
        start(EmbeddedRegistry.builder().noReferrersApi());
        SampleManifest signature = images.referrer(going, "application/vnd.example.signature");
        push(SampleRepository.named("app")
                .tag("main", kept)
                .tag("pr-1", going)
                .untagged(signature)
                .fallbackTag(images, List.of(signature)));

        Report report = apply(plan());

        assertThat(report.status()).as(report.toTable()).isEqualTo(Report.Status.DONE);
        assertThat(app().manifests().keySet()).containsExactly(kept.digest());
        assertThat(tags()).containsExactly("main");
    }

    @Test
    void what_is_in_use_by_now_stays() {
        Plan plan = filled();

        Report report = applier(plan)
                .inUse(InUse.of(Set.of(ImageReference.parse("app:pr-1"))))
                .build()
                .apply();

        assertThat(outcome(report, going)).isEqualTo(Outcome.PROTECTED);
        assertThat(outcome(report, other)).isEqualTo(Outcome.DELETED);
        assertThat(report.status()).isEqualTo(Report.Status.DONE);
    }

    @Test
    void what_others_deleted_is_already_gone() {
        Plan plan = filled();
        client.deleteManifest(APP, going.digest());

        Report report = apply(plan);

        assertThat(outcome(report, going)).isEqualTo(Outcome.ALREADY_GONE);
        assertThat(report.status()).isEqualTo(Report.Status.DONE);
    }

    @Test
    void a_repository_that_vanishes_is_gone_and_no_failure() {
        Plan plan = filled();
        for (SampleManifest one : List.of(kept, going, other)) {
            client.deleteManifest(APP, one.digest());
        }

        Report report = apply(plan);

        assertThat(report.items()).allMatch(item -> item.outcome() == Outcome.ALREADY_GONE);
        assertThat(report.status()).isEqualTo(Report.Status.DONE);
    }

    @Test
    void H4_a_404_of_an_ingress_is_no_fact() {
        Plan plan = filled();
        registry.script()
                .on(any("/v2/app/manifests/" + going.digest()))
                .always()
                .answer(status(404).header("Content-Type", "text/plain").body("default backend - 404"));
        MovableClock clock = MovableClock.at(Clock.systemUTC().instant());

        Report report = applier(plan).clock(clock).pause(clock::move).build().apply();

        assertThat(outcome(report, going)).isIn(Outcome.SKIPPED_CHANGED, Outcome.NOT_REACHED, Outcome.FAILED);
        assertThat(has(going)).isTrue();
    }

    @Test
    void H4_what_was_chosen_because_a_child_was_missing_stays_if_the_child_is_there_again() {
        SampleManifest broken = images.index(List.of(going, other));
        push(SampleRepository.named("app").tag("main", kept).tag("pr-1", broken));
        client.deleteManifest(APP, going.digest());
        Plan plan = plan(Policy.builder()
                .addRules(Rule.delete("broken")
                        .addDefects(Defect.PARTIAL_INDEX)
                        .maxShare(1)
                        .build())
                .build());
        assertThat(plan.repository(APP).orElseThrow().deletions()).contains(broken.digest());
        RegistryFiller filler = RegistryFiller.of(registry.uri());
        filler.putManifest(APP, going.digest(), going);

        Report report = apply(plan);

        assertThat(outcome(report, broken)).isEqualTo(Outcome.SKIPPED_CHANGED);
        assertThat(has(broken)).isTrue();
    }
}
