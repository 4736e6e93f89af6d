package io.github.registryclient.tests.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.cleanup.PlanRefusedException;
import io.github.registryclient.cleanup.Planner;
import io.github.registryclient.cleanup.judge.Verdict;
import io.github.registryclient.cleanup.plan.Plan;
import io.github.registryclient.cleanup.policy.AgeRules;
import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.cleanup.store.FirstSeenLedger;
import io.github.registryclient.cleanup.store.FolderLedger;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** H1, H2 and H22: what earlier runs saw, what they cannot have seen, and a ledger that was lost. */
class LedgerHazardsTest extends PlanScene {
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
}
