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
import io.github.registryclient.cleanup.policy.AgeRules;
import io.github.registryclient.cleanup.policy.Defect;
import io.github.registryclient.cleanup.policy.ImageReference;
import io.github.registryclient.cleanup.policy.NameFilter;
import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.cleanup.policy.Rule;
import io.github.registryclient.cleanup.store.DocumentCache;
import io.github.registryclient.cleanup.store.FirstSeenLedger;
import io.github.registryclient.cleanup.store.FolderLedger;
import io.github.registryclient.cleanup.store.MemoryCache;
import io.github.registryclient.cleanup.use.InUse;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import io.github.registryclient.testkit.traffic.RequestPattern;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ways in which a plan that looks careful still decides wrongly, each seen or reported somewhere, by the number of the hazard. */
class DecidingHazardsTest extends PlanScene {
    private Plan planWith(FirstSeenLedger ledger, Policy policy, Duration ago) {
        return Planner.of(client, policy)
                .ledger(ledger)
                .clock(new EarlierRun(ago))
                .build()
                .plan();
    }

    @Test
    void h1_an_untagged_index_that_the_ledger_saw_keeps_the_child_that_it_shares() {
        SampleManifest arm = old();
        SampleManifest yesterday = images.index(List.of(old(), arm));
        SampleManifest pullRequest = images.index(List.of(arm));
        MemoryLedger ledger = new MemoryLedger();
        push(SampleRepository.named("app").tag("latest", yesterday).tag("pr-1", pullRequest));
        planWith(ledger, PULL_REQUESTS, Duration.ofDays(90));
        push(SampleRepository.named("app").tag("latest", images.index(List.of(old()))));

        Plan plan = planWith(ledger, PULL_REQUESTS, Duration.ZERO);

        assertThat(deletions(plan)).containsExactly(pullRequest.digest());
        assertThat(plan.explain(APP, arm.digest()).parents()).contains(yesterday.digest());
    }

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
    void h2_an_old_image_that_was_pushed_a_moment_ago_is_young() {
        Policy month = Policy.builder()
                .addRules(delete("a month", "**")
                        .olderThan(Duration.ofDays(30))
                        .allowEmpty(true)
                        .build())
                .build();
        MemoryLedger ledger = new MemoryLedger();
        push(SampleRepository.named("app").tag("mirrored", old()));
        planWith(ledger, month, Duration.ofDays(2));
        push(SampleRepository.named("app").tag("rc-7", old()));

        Plan plan = planWith(ledger, month, Duration.ZERO);

        assertThat(verdict(plan, "mirrored")).isEqualTo(Verdict.DELETE);
        assertThat(verdict(plan, "rc-7")).isEqualTo(Verdict.KEEP);
        assertThat(plan.explain(APP, Tag.of("rc-7")).toString()).contains("first seen");
    }

    @Test
    void h2_without_a_time_stamp_in_its_tags_a_branch_is_old_only_by_a_ledger_that_is_and_the_plan_says_from_when_on() {
        MemoryLedger ledger = new MemoryLedger();
        Policy branches = policy(delete("old branches", "{branch}-*")
                .group("branch")
                .groupOlderThan(Duration.ofDays(60))
                .allowEmpty(true));
        push(SampleRepository.named("app").tag("fix-1", old()).tag("fix-2", old()));

        Plan first = planWith(ledger, branches, Duration.ofDays(61));
        assertThat(deletions(first)).isEmpty();
        assertThat(first.explain(APP, Tag.of("fix-1")).toString()).contains("this can be told from");
        Plan later = planWith(ledger, branches, Duration.ofDays(2));
        assertThat(deletions(later)).isEmpty();
        assertThat(deletions(planWith(ledger, branches, Duration.ZERO))).hasSize(2);
    }

    @Test
    void h22_where_the_ledger_was_lost_children_stay_until_the_new_one_is_as_old_as_the_longest_term(
            @TempDir Path folder) {
        SampleManifest pullRequest = images.index(List.of(old()));
        push(SampleRepository.named("app").tag("pr-1", pullRequest).tag("main", old()));
        Policy policy = Policy.builder()
                .from(policy(
                        delete("pull requests", "pr-*"),
                        delete("very old", "x-*").olderThan(Duration.ofDays(20))))
                .ages(AgeRules.builder().grace(Duration.ZERO).build())
                .build();

        Plan young = planWith(
                new FolderLedger(folder, new EarlierRun(Duration.ofDays(10))).startingAnew(), policy, Duration.ZERO);
        assertThat(deletions(young)).containsExactly(pullRequest.digest());
        Plan plain = planWith(new FolderLedger(folder.resolve("first")), policy, Duration.ZERO);
        assertThat(deletions(plain)).hasSize(2);
        Plan grown = planWith(
                new FolderLedger(folder.resolve("grown"), new EarlierRun(Duration.ofDays(21))).startingAnew(),
                policy,
                Duration.ZERO);
        assertThat(deletions(grown)).hasSize(2);
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
    void h21_signatures_of_what_is_in_another_repository_stay() {
        SampleManifest subject = old();
        push(SampleRepository.named("app").tag("v", subject));
        push(SampleRepository.named("signatures")
                .tag("a", old())
                .tag("b", old())
                .tag(signatureTag(subject), images.cosignSignature(subject)));
        Policy orphans = Policy.builder()
                .addRules(Rule.delete("orphans").addDefects(Defect.ORPHANED).build())
                .build();

        assertThat(plan(orphans)
                        .repository(RepositoryName.of("signatures"))
                        .orElseThrow()
                        .deletions())
                .isEmpty();
        RegistryFiller.of(registry.uri()).deleteManifest(APP, subject.digest());
        assertThat(plan(orphans)
                        .repository(RepositoryName.of("signatures"))
                        .orElseThrow()
                        .deletions())
                .hasSize(1);
    }

    @Test
    void h21_signatures_of_what_has_no_tag_in_another_repository_stay() {
        SampleManifest subject = old();
        push(SampleRepository.named("app").tag("v", old()).untagged(subject));
        push(SampleRepository.named("signatures")
                .tag("a", old())
                .tag("b", old())
                .tag(signatureTag(subject), images.cosignSignature(subject)));
        Policy orphans = policy(Rule.delete("orphans").addDefects(Defect.ORPHANED));

        assertThat(plan(orphans)
                        .repository(RepositoryName.of("signatures"))
                        .orElseThrow()
                        .deletions())
                .isEmpty();
        RegistryFiller.of(registry.uri()).deleteManifest(APP, subject.digest());
        assertThat(plan(orphans)
                        .repository(RepositoryName.of("signatures"))
                        .orElseThrow()
                        .deletions())
                .hasSize(1);
    }

    @Test
    void h21_with_only_a_part_of_the_registry_read_no_signature_is_orphaned_unless_the_rule_says_so() {
        SampleManifest gone = old();
        push(SampleRepository.named("app")
                .tag("a", old())
                .tag("b", old())
                .tag(signatureTag(gone), images.cosignSignature(gone)));
        Rule orphans = Rule.delete("orphans").addDefects(Defect.ORPHANED).build();
        Rule here = Rule.delete("orphans here")
                .repositories(NameFilter.builder().include("app").build())
                .addDefects(Defect.ORPHANED)
                .subjectsHere(true)
                .build();

        assertThat(deletions(
                        Planner.of(client, Policy.builder().addRules(orphans).build())
                                .repositories(List.of(APP))
                                .build()
                                .plan()))
                .isEmpty();
        assertThat(deletions(Planner.of(client, Policy.builder().addRules(here).build())
                        .repositories(List.of(APP))
                        .build()
                        .plan()))
                .hasSize(1);
    }

    @Test
    void h21_where_most_tags_are_signatures_none_is_orphaned() {
        SampleManifest gone = old();
        SampleManifest alsoGone = old();
        push(SampleRepository.named("app")
                .tag("a", old())
                .tag(signatureTag(gone), images.cosignSignature(gone))
                .tag(signatureTag(alsoGone), images.cosignSignature(alsoGone)));

        assertThat(deletions(plan(policy(Rule.delete("orphans").addDefects(Defect.ORPHANED)))))
                .isEmpty();
    }

    @Test
    void h22_a_policy_that_needs_a_ledger_has_no_plan_without_one_or_with_one_that_has_not_begun() {
        push(SampleRepository.named("app").tag("pr-1", old()).tag("main", old()));
        MemoryLedger ledger = new MemoryLedger();
        Policy needing = Policy.builder()
                .from(PULL_REQUESTS)
                .ages(AgeRules.builder().needsLedger(true).build())
                .build();

        assertThatThrownBy(() -> plan(needing))
                .isInstanceOf(PlanRefusedException.class)
                .hasMessageContaining("--new-ledger");
        assertThatThrownBy(
                        () -> Planner.of(client, needing).ledger(ledger).build().plan())
                .isInstanceOf(PlanRefusedException.class);
        Plan first = Planner.of(client, PULL_REQUESTS).ledger(ledger).build().plan();
        assertThat(first.header().notes()).anyMatch(note -> note.contains("first look"));
        assertThat(first.space().toString()).startsWith("at most");
        assertThat(deletions(Planner.of(client, needing).ledger(ledger).build().plan()))
                .hasSize(1);
    }

    @Test
    void h22_the_very_first_ledger_gives_no_grace_and_a_later_push_has_it() {
        MemoryLedger ledger = new MemoryLedger();
        push(SampleRepository.named("app").tag("pr-1", old()).tag("main", old()));
        Plan first = planWith(ledger, PULL_REQUESTS, Duration.ZERO);
        push(SampleRepository.named("app").tag("pr-2", old()));

        Plan second = planWith(ledger, PULL_REQUESTS, Duration.ZERO);

        assertThat(verdict(first, "pr-1")).isEqualTo(Verdict.DELETE);
        assertThat(verdict(second, "pr-2")).isEqualTo(Verdict.KEEP);
        assertThat(second.explain(APP, Tag.of("pr-2")).toString()).contains("grace");
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
