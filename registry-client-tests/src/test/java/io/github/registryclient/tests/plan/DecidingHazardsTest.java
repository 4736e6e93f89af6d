package io.github.registryclient.tests.plan;

import static io.github.registryclient.testkit.traffic.RequestPattern.any;
import static io.github.registryclient.testkit.traffic.RequestPattern.get;
import static io.github.registryclient.testkit.traffic.RequestPattern.head;
import static io.github.registryclient.testkit.traffic.ScriptedAnswer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.cleanup.PlanRefusedException;
import io.github.registryclient.cleanup.Planner;
import io.github.registryclient.cleanup.PlannerBuilder;
import io.github.registryclient.cleanup.judge.Verdict;
import io.github.registryclient.cleanup.plan.Plan;
import io.github.registryclient.cleanup.policy.Defect;
import io.github.registryclient.cleanup.policy.ImageReference;
import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.cleanup.policy.Rule;
import io.github.registryclient.cleanup.store.DocumentCache;
import io.github.registryclient.cleanup.store.MemoryCache;
import io.github.registryclient.cleanup.use.InUse;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import io.github.registryclient.testkit.traffic.RequestPattern;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ways in which a plan that looks careful still decides wrongly, each seen or reported somewhere, by the number of the hazard. */
class DecidingHazardsTest extends PlanScene {
    @Test
    void h1_children_stay_where_something_runs_by_a_digest_that_no_tag_reaches() {
        SampleManifest child = old();
        SampleManifest pullRequest = images.index(List.of(child));
        SampleManifest production = old();
        push(SampleRepository.named("app").tag("pr-1", pullRequest).untagged(production));

        Plan plan = Planner.of(client, PULL_REQUESTS)
                .inUse(InUse.of(List.of(ImageReference.parse("app@" + production.digest()))))
                .build()
                .plan();

        assertThat(deletions(plan)).containsExactly(pullRequest.digest());
        assertThat(plan.explain(APP, child.digest()).decision().because()).contains("untagged");
    }

    @Test
    void h3_a_digest_protects_whatever_host_and_repository_its_reference_names() {
        SampleManifest running = old();
        push(SampleRepository.named("app").tag("pr-1", running).tag("pr-2", old()));

        Plan plan = Planner.of(client, PULL_REQUESTS)
                .inUse(InUse.of(List.of(ImageReference.parse("localhost:30500/mirror/of/app@" + running.digest()))))
                .build()
                .plan();

        assertThat(verdict(plan, "pr-1")).isEqualTo(Verdict.KEEP);
        assertThat(verdict(plan, "pr-2")).isEqualTo(Verdict.DELETE);
    }

    @Test
    void h3_references_under_hosts_that_nobody_declared_protect_and_are_listed() {
        push(SampleRepository.named("app").tag("pr-1", old()));

        Plan plan = Planner.of(client, PULL_REQUESTS)
                .inUse(InUse.of(List.of(ImageReference.parse("mirror.example:5000/app:pr-1"))))
                .build()
                .plan();

        assertThat(verdict(plan, "pr-1")).isEqualTo(Verdict.KEEP);
        assertThat(plan.header().notes()).anyMatch(note -> note.contains("mirror.example:5000/app:pr-1"));
    }

    @Test
    void h3_references_of_which_none_is_here_mean_no_plan() {
        push(SampleRepository.named("app").tag("pr-1", old()));
        PlannerBuilder planner = Planner.of(client, PULL_REQUESTS)
                .inUse(InUse.of(List.of(ImageReference.parse("elsewhere.example/other:1"))));

        assertThatThrownBy(() -> planner.build().plan())
                .isInstanceOf(PlanRefusedException.class)
                .hasMessageContaining("none of the 1 references");
    }

    @Test
    void h3_a_source_of_which_nothing_is_here_means_no_plan_also_beside_one_that_is_right() {
        push(SampleRepository.named("app").tag("pr-1", old()));
        PlannerBuilder planner = Planner.of(client, PULL_REQUESTS)
                .inUse(InUse.of(List.of(ImageReference.parse("app:pr-1"))))
                .inUse(InUse.of(List.of(ImageReference.parse("elsewhere.example/other:1"))));

        assertThatThrownBy(() -> planner.build().plan()).isInstanceOf(PlanRefusedException.class);
    }

    @Test
    void h3_a_source_that_fails_or_names_nothing_means_no_plan() {
        push(SampleRepository.named("app").tag("pr-1", old()));

        assertThatThrownBy(() -> Planner.of(client, PULL_REQUESTS)
                        .inUse(() -> {
                            throw new java.io.IOException("one of three clusters does not answer");
                        })
                        .build()
                        .plan())
                .isInstanceOf(PlanRefusedException.class)
                .hasMessageContaining("clusters");
        assertThatThrownBy(() -> Planner.of(client, PULL_REQUESTS)
                        .inUse(InUse.of(List.of()))
                        .build()
                        .plan())
                .isInstanceOf(PlanRefusedException.class)
                .hasMessageContaining("nothingMayBeInUse");
        assertThat(Planner.of(client, PULL_REQUESTS)
                        .inUse(InUse.of(List.of()))
                        .nothingMayBeInUse()
                        .build()
                        .plan()
                        .repositories())
                .hasSize(1);
    }

    @Test
    void h4_a_404_of_an_ingress_is_no_fact_and_keeps_everything() {
        SampleManifest child = old();
        SampleManifest index = images.index(List.of(child, old()));
        push(SampleRepository.named("app").tag("pr-1", index).tag("pr-2", old()));
        registry.script()
                .on(any("/v2/app/manifests/" + child.digest()))
                .always()
                .answer(status(404).header("Content-Type", "text/plain").body("default backend - 404"));
        Policy partial = Policy.builder()
                .addRules(Rule.delete("partial")
                        .addDefects(Defect.PARTIAL_INDEX)
                        .allowEmpty(true)
                        .build())
                .addRules(delete("pull requests", "pr-*").allowEmpty(true).build())
                .build();

        Plan plan = plan(partial);

        assertThat(deletions(plan)).isEmpty();
        assertThat(plan.header().complete()).isFalse();
        assertThat(plan.toTable()).contains("kept whole");
    }

    @Test
    void h4_what_the_registry_itself_lacks_twice_is_missing() {
        SampleManifest index = images.index(List.of(old(), old()));
        push(SampleRepository.named("app").tag("broken", index).tag("whole", old()));
        RegistryFiller.of(registry.uri())
                .deleteManifest(APP, index.children().get(0).digest());
        Policy partial = Policy.builder()
                .addRules(
                        Rule.delete("partial").addDefects(Defect.PARTIAL_INDEX).build())
                .build();

        Plan plan = plan(partial);

        assertThat(verdict(plan, "broken")).isEqualTo(Verdict.DELETE);
        assertThat(verdict(plan, "whole")).isEqualTo(Verdict.KEEP);
    }

    @Test
    void h6_nothing_but_reading_is_asked_of_a_registry_and_no_blob_is_headed_unless_sizes_are_verified() {
        push(SampleRepository.named("app").tag("pr-1", old()).tag("main", old()));
        registry.clearRequests();

        plan(PULL_REQUESTS);

        assertThat(registry.requests().all())
                .allMatch(request -> List.of("GET", "HEAD").contains(request.method()));
        assertThat(registry.requests().matching(head("/v2/app/blobs/**"))).isEmpty();
        assertThat(registry.requests().matching(RequestPattern.delete("/**"))).isEmpty();
    }

    @Test
    void h7_a_manifest_that_the_registry_cannot_read_keeps_its_repository() {
        SampleManifest corrupt = old();
        push(SampleRepository.named("app").tag("pr-1", corrupt).tag("pr-2", old()));
        registry.damage().emptyManifest(corrupt.digest());

        Plan plan = plan(PULL_REQUESTS);

        assertThat(deletions(plan)).isEmpty();
        assertThat(plan.repository(APP).orElseThrow().verdicts().graph().facts().troubles())
                .isNotEmpty();
    }

    @Test
    void h23_presence_is_never_taken_from_the_cache() {
        SampleManifest index = images.index(List.of(old(), old()));
        push(SampleRepository.named("app").tag("v", index).tag("w", old()));
        DocumentCache cache = new MemoryCache(1 << 20);
        Policy partial = Policy.builder()
                .addRules(
                        Rule.delete("partial").addDefects(Defect.PARTIAL_INDEX).build())
                .build();
        assertThat(deletions(Planner.of(client, partial).cache(cache).build().plan()))
                .isEmpty();
        RegistryFiller.of(registry.uri())
                .deleteManifest(APP, index.children().get(0).digest());
        registry.clearRequests();

        Plan warm = Planner.of(client, partial).cache(cache).build().plan();

        assertThat(verdict(warm, "v")).isEqualTo(Verdict.DELETE);
        assertThat(registry.requests().matching(get("/v2/app/manifests/" + index.digest())))
                .isEmpty();
    }
}
