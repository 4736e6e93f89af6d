package io.github.registryclient.tests.plan;

import static io.github.registryclient.testkit.traffic.RequestPattern.any;
import static io.github.registryclient.testkit.traffic.RequestPattern.get;
import static io.github.registryclient.testkit.traffic.ScriptedAnswer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.cleanup.PlanRefusedException;
import io.github.registryclient.cleanup.Planner;
import io.github.registryclient.cleanup.judge.Verdict;
import io.github.registryclient.cleanup.plan.Plan;
import io.github.registryclient.cleanup.policy.NameFilter;
import io.github.registryclient.cleanup.policy.NamePattern;
import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.cleanup.policy.Rule;
import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.sample.SampleBlob;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Accidents that clean-up systems had, as far as it is a plan that has to prevent them. */
class AccidentsTest extends PlanScene {
    @ParameterizedTest
    @ValueSource(ints = {500, 403})
    void regctl_a_listing_of_referrers_that_fails_does_not_mean_that_there_are_none(int failure) {
        SampleManifest kept = old();
        push(SampleRepository.named("app").tag("main", kept).tag("pr-1", old()));
        registry.script().on(get("/v2/app/referrers/" + kept.digest())).always().answer(status(failure));

        Plan plan = plan(PULL_REQUESTS);

        assertThat(deletions(plan)).isEmpty();
        assertThat(plan.header().complete()).isFalse();
    }

    @Test
    void acr_purge_a_kept_index_protects_its_children_from_a_rule_for_untagged_manifests() {
        SampleManifest index = images.index(List.of(old(), old()));
        push(SampleRepository.named("app").tag("main", index).tag("pr-1", old()));

        Plan plan = plan(policy(Rule.delete("untagged").untagged(true), delete("pull requests", "pr-*")));

        assertThat(deletions(plan)).hasSize(1).doesNotContainAnyElementsOf(digests(index.children()));
    }

    @Test
    void registry_cli_a_kept_tag_that_cannot_be_read_protects_all() {
        SampleManifest shared = old();
        push(SampleRepository.named("app").tag("main", shared).tag("pr-1", shared));
        registry.script().on(any("/v2/app/manifests/main")).always().answer(status(500));

        assertThat(deletions(plan(PULL_REQUESTS))).isEmpty();
    }

    @Test
    void registry_cli_the_tag_of_an_index_is_never_taken_for_its_first_child() {
        SampleManifest index = images.twoPlatformDockerList();
        push(SampleRepository.named("app")
                .tag("pr-1", index)
                .tag("main", index.children().get(0)));

        Plan plan = plan(PULL_REQUESTS);

        assertThat(deletions(plan))
                .contains(index.digest())
                .doesNotContain(index.children().get(0).digest());
    }

    @Test
    void tumblr_keep_beats_delete_whatever_the_order_of_rules() {
        push(SampleRepository.named("app").tag("pr-1", old()).tag("pr-2", old()));
        Rule.Builder delete = delete("delete", "pr-*").allowEmpty(true);
        Rule.Builder keep =
                Rule.keep("keep").tags(NameFilter.builder().include("pr-1").build());

        assertThat(verdict(plan(policy(delete, keep)), "pr-1")).isEqualTo(Verdict.KEEP);
        assertThat(verdict(plan(policy(keep, delete)), "pr-1")).isEqualTo(Verdict.KEEP);
        assertThat(verdict(plan(policy(keep, delete)), "pr-2")).isEqualTo(Verdict.DELETE);
    }

    @Test
    void docker_registry_manifest_cleanup_tagged_lists_and_their_children_are_no_garbage() {
        SampleManifest list = images.twoPlatformDockerList();
        push(SampleRepository.named("app").tag("main", list).tag("nested", images.nestedIndex()));

        assertThat(deletions(plan(policy(Rule.delete("untagged").untagged(true)))))
                .isEmpty();
    }

    @Test
    void delete_package_versions_attestations_beside_images_are_not_untagged() {
        push(SampleRepository.named("app").tag("main", images.indexWithAttestation()));

        assertThat(deletions(plan(policy(Rule.delete("untagged").untagged(true)))))
                .isEmpty();
    }

    @Test
    void ghcr_cleanup_action_nothing_is_changed_while_a_plan_is_made() {
        SampleManifest shared = old();
        push(SampleRepository.named("app").tag("main", shared).tag("pr-1", shared));
        registry.clearRequests();

        Plan plan = plan(PULL_REQUESTS);

        assertThat(verdict(plan, "pr-1")).isEqualTo(Verdict.UNTAG);
        assertThat(registry.requests().all().stream()
                        .map(request -> request.method())
                        .distinct())
                .isSubsetOf("GET", "HEAD");
    }

    @Test
    void gcr_cleaner_an_image_stays_if_one_of_its_tags_does_not_match() {
        SampleManifest shared = old();
        push(SampleRepository.named("app")
                .tag("pr-1", shared)
                .tag("release", shared)
                .tag("pr-2", old()));

        Plan plan = plan(PULL_REQUESTS);

        assertThat(deletions(plan)).doesNotContain(shared.digest()).hasSize(1);
    }

    @Test
    void deckschrubber_pages_beyond_the_second_are_read() {
        SampleRepository.Builder many = SampleRepository.named("app");
        for (int i = 0; i < 9; i++) {
            many.tag("pr-" + i, old());
        }
        push(many.tag("zz-main", old()));
        try (HttpRegistryClient small = HttpRegistryClient.builder(
                        registry.uri().toString())
                .pageSize(2)
                .build()) {
            Plan plan = Planner.of(small, policy(delete("pull requests", "pr-*").maxShare(1)))
                    .build()
                    .plan();

            assertThat(deletions(plan)).hasSize(9);
        }
    }

    @Test
    void gitlab_the_newest_are_found_among_all_and_not_in_a_sample() {
        SampleRepository.Builder many = SampleRepository.named("app");
        for (int i = 0; i < 30; i++) {
            many.tag("t" + i, daysOld(100 + i));
        }
        push(many);

        Plan plan = plan(policy(delete("beyond the newest 10", "t*").beyondNewest(10)));

        for (int i = 0; i < 30; i++) {
            assertThat(verdict(plan, "t" + i)).as("t" + i).isEqualTo(i < 10 ? Verdict.KEEP : Verdict.DELETE);
        }
    }

    @Test
    void harbor_a_pattern_that_cannot_be_read_is_an_error_and_never_no_match() {
        assertThatThrownBy(() -> NamePattern.of("regex:(")).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void distribution_what_is_no_manifest_is_never_deleted_as_one() {
        SampleManifest cache = images.buildCache();
        push(SampleRepository.named("app").tag("pr-cache", cache).tag("main", old()));

        Plan plan = plan(PULL_REQUESTS);

        assertThat(deletions(plan))
                .containsExactly(cache.digest())
                .doesNotContainAnyElementsOf(
                        cache.blobs().stream().map(SampleBlob::digest).collect(Collectors.toList()));
    }

    @Test
    void portus_a_catalog_that_fails_ends_the_plan() {
        push(SampleRepository.named("app").tag("pr-1", old()));
        registry.script().on(get("/v2/_catalog")).always().answer(status(500));

        assertThatThrownBy(() -> plan(PULL_REQUESTS))
                .isInstanceOf(PlanRefusedException.class)
                .hasMessageContaining("name the repositories");
        assertThat(deletions(Planner.of(client, PULL_REQUESTS)
                        .repositories(List.of(APP))
                        .build()
                        .plan()))
                .hasSize(1);
    }

    @Test
    void lonelyleaf_a_digest_with_a_tag_that_is_to_stay_is_not_deleted_for_the_sake_of_its_old_one() {
        SampleManifest image = old();
        push(SampleRepository.named("app")
                .tag("2019", image)
                .tag("current", image)
                .tag("main", old()));

        Plan plan = plan(policy(delete("old tags", "20*").olderThan(Duration.ofDays(30))));

        assertThat(deletions(plan)).isEmpty();
        assertThat(verdict(plan, "2019")).isEqualTo(Verdict.UNTAG);
    }

    @Test
    void harbor_what_was_never_pulled_is_of_unknown_age_and_not_of_the_year_one() {
        push(SampleRepository.named("app").tag("fresh", old()).tag("main", old()));

        Plan plan = LastPulls.plan(
                client,
                tag -> tag.equals(Tag.of("fresh"))
                        ? Optional.empty()
                        : Optional.of(Instant.parse("0001-01-01T00:00:00Z")));

        assertThat(deletions(plan)).isEmpty();
    }

    @Test
    void a_first_repository_that_the_account_may_not_read_is_not_the_end_of_the_plan() {
        push(SampleRepository.named("aaa").tag("pr-1", old()));
        push(SampleRepository.named("app").tag("pr-1", old()));
        registry.script()
                .on(any("/v2/aaa/**"))
                .always()
                .answer(status(403)
                        .header("Content-Type", "application/json")
                        .body("{\"errors\":[{\"code\":\"DENIED\",\"message\":\"no\"}]}"));

        Plan plan = plan(PULL_REQUESTS);

        assertThat(deletions(plan)).hasSize(1);
        assertThat(plan.repository(RepositoryName.of("aaa")).orElseThrow().deletions())
                .isEmpty();
    }

    @Test
    void a_tag_that_moves_while_it_is_read_keeps_its_repository() {
        SampleManifest before = old();
        push(SampleRepository.named("app").tag("main", before).tag("pr-1", old()));
        registry.script()
                .on(any("/v2/app/manifests/" + before.digest()))
                .always()
                .answer(status(404)
                        .header("Content-Type", "application/json")
                        .body("{\"errors\":[{\"code\":\"MANIFEST_UNKNOWN\",\"message\":\"unknown\"}]}"));

        Plan plan = plan(PULL_REQUESTS);

        assertThat(deletions(plan)).isEmpty();
        assertThat(plan.explain(APP, Tag.of("pr-1")).decision().because()).contains("main", "plan again");
    }

    @Test
    void a_tag_that_cannot_be_read_is_in_the_plan_with_the_reason_that_keeps_all(@TempDir Path folder) {
        SampleManifest unreadable = old();
        push(SampleRepository.named("app").tag("pr-1", unreadable).tag("pr-2", old()));
        registry.script()
                .on(get("/v2/app/manifests/" + unreadable.digest()))
                .always()
                .answer(status(500));

        Plan plan = plan(PULL_REQUESTS);
        plan.write(folder.resolve("plan.json"));

        assertThat(verdict(plan, "pr-1")).isEqualTo(Verdict.KEEP);
        assertThat(plan.explain(APP, Tag.of("pr-1")).decision().because()).contains("500");
        assertThat(Plan.read(folder.resolve("plan.json"))).isEqualTo(plan);
    }

    @Test
    void clocks_that_differ_mean_no_plan() {
        push(SampleRepository.named("app").tag("pr-1", old()));
        Clock wrong = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(7));

        assertThatThrownBy(() ->
                        Planner.of(client, PULL_REQUESTS).clock(wrong).build().plan())
                .isInstanceOf(PlanRefusedException.class)
                .hasMessageContaining("clock");
    }

    @Test
    void without_a_delete_rule_nothing_goes() {
        push(SampleRepository.named("app").tag("pr-1", old()));

        assertThat(deletions(plan(Policy.builder().build()))).isEmpty();
    }

    private static List<Digest> digests(List<SampleManifest> manifests) {
        return manifests.stream().map(SampleManifest::digest).collect(Collectors.toList());
    }
}
