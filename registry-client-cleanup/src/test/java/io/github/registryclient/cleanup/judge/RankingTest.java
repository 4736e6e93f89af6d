package io.github.registryclient.cleanup.judge;

import static io.github.registryclient.cleanup.judge.TestRepository.NOW;
import static io.github.registryclient.cleanup.judge.TestRepository.app;
import static io.github.registryclient.cleanup.judge.TestRepository.going;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.cleanup.age.Age;
import io.github.registryclient.cleanup.policy.AgeRules;
import io.github.registryclient.cleanup.policy.NameFilter;
import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.cleanup.policy.RankOrder;
import io.github.registryclient.cleanup.policy.Rule;
import io.github.registryclient.name.Tag;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Ranks: what counts, what ties, what has no place. */
class RankingTest {
    private static Policy policy(Rule rule) {
        return Policy.builder().defaultProtections(false).addRules(rule).build();
    }

    private static Rule.Builder rule(String tags) {
        return Rule.delete("rank").tags(NameFilter.builder().include(tags).build());
    }

    @Test
    void n_counts_distinct_digests_and_an_image_ranks_by_its_newest_tag() {
        Verdicts verdicts = app().tagged("b-202603010000", "2020-01-01T00:00:00Z")
                .tag("b-202605010000", "b-202603010000")
                .tagged("b-202604010000", "2020-01-01T00:00:00Z")
                .tagged("b-202602010000", "2020-01-01T00:00:00Z")
                .verdicts(policy(rule("b-*").beyondNewest(2).build()));

        assertThat(going(verdicts, "b-202603010000", "b-202604010000", "b-202602010000"))
                .containsExactly("b-202602010000");
    }

    @Test
    void ties_are_kept() {
        Verdicts verdicts = app().tagged("a", "2026-01-02T00:00:00Z")
                .tagged("b", "2026-01-01T00:00:00Z")
                .tagged("c", "2026-01-01T00:00:00Z")
                .tagged("d", "2025-12-01T00:00:00Z")
                .verdicts(policy(rule("*").beyondNewest(2).build()));

        assertThat(going(verdicts, "a", "b", "c", "d")).containsExactly("d");
    }

    @Test
    void what_has_an_unknown_age_stays_and_takes_no_place() {
        Verdicts verdicts = app().tagged("a", "1970-01-01T00:00:00Z")
                .tagged("b", "2026-01-02T00:00:00Z")
                .tagged("c", "2026-01-01T00:00:00Z")
                .verdicts(policy(rule("*").beyondNewest(1).build()));

        assertThat(going(verdicts, "a", "b", "c")).containsExactly("c");
        assertThat(verdicts.tags().get(Tag.of("a")).because()).contains("might match");
    }

    @Test
    void digits_after_the_minute_order_only_where_there_are_equally_many() {
        assertThat(going(
                        app().tagged("b-20260301000005", "2020-01-01T00:00:00Z")
                                .tagged("b-20260301000006", "2020-01-01T00:00:00Z")
                                .verdicts(policy(rule("b-*").beyondNewest(1).build())),
                        "b-20260301000005",
                        "b-20260301000006"))
                .containsExactly("b-20260301000005");
        assertThat(app().tagged("b-20260301000005", "2020-01-01T00:00:00Z")
                        .tagged("b-202603010000061", "2020-01-01T00:00:00Z")
                        .verdicts(policy(rule("b-*").beyondNewest(1).build()))
                        .deletions())
                .isEmpty();
    }

    @Test
    void what_may_be_among_what_the_other_conditions_leave_keeps_its_group_from_being_old_or_ranked() {
        TestRepository branch =
                app().tagged("b-202501010000", "2020-01-01T00:00:00Z").tagged("b-someday", "1970-01-01T00:00:00Z");
        Rule.Builder old = rule("{branch}-*").youngerThan(Duration.ofDays(3650)).group("branch");

        assertThat(branch.verdicts(
                                policy(old.groupOlderThan(Duration.ofDays(30)).build()))
                        .deletions())
                .isEmpty();
    }

    @Test
    void groups_tie_where_the_newest_of_one_minute_have_unequally_many_digits_after_it() {
        assertThat(app().tagged("a-20260301000005", "2020-01-01T00:00:00Z")
                        .tagged("b-202603010000123", "2020-01-01T00:00:00Z")
                        .verdicts(policy(rule("{branch}-*")
                                .group("branch")
                                .beyondNewestGroups(1)
                                .build()))
                        .deletions())
                .isEmpty();
    }

    @Test
    void each_group_has_its_own_rank() {
        Verdicts verdicts = app().tagged("main-202603010000", "2020-01-01T00:00:00Z")
                .tagged("main-202603020000", "2020-01-01T00:00:00Z")
                .tagged("fix-202601010000", "2020-01-01T00:00:00Z")
                .verdicts(policy(
                        rule("{branch}-*").group("branch").beyondNewest(1).build()));

        assertThat(going(verdicts, "main-202603010000", "main-202603020000", "fix-202601010000"))
                .containsExactly("main-202603010000");
    }

    @Test
    void versions_rank_in_semantic_order_and_pre_releases_only_if_said() {
        TestRepository repository = app().tagged("1.9.0", "2026-03-01T00:00:00Z")
                .tagged("v1.10.0", "2020-01-01T00:00:00Z")
                .tagged("2.0.0-rc.1", "2026-05-01T00:00:00Z");
        Rule.Builder rule = rule("*").order(RankOrder.VERSION).beyondNewest(1);

        assertThat(going(repository.verdicts(policy(rule.build())), "1.9.0", "v1.10.0", "2.0.0-rc.1"))
                .containsExactly("1.9.0");
        assertThat(going(repository.verdicts(policy(rule.preReleases(true).build())), "1.9.0", "v1.10.0", "2.0.0-rc.1"))
                .containsExactly("1.9.0", "v1.10.0");
    }

    @Test
    void groups_have_places_by_their_newest() {
        Verdicts verdicts = app().tagged("1.1.0", "2020-01-01T00:00:00Z")
                .tagged("1.1.1", "2020-01-01T00:00:00Z")
                .tagged("1.2.0", "2020-01-01T00:00:00Z")
                .tagged("1.2.1", "2020-01-01T00:00:00Z")
                .tagged("1.3.0", "2020-01-01T00:00:00Z")
                .verdicts(policy(rule("{minor}.*")
                        .tags(NameFilter.builder()
                                .include("regex:(?P<minor>[0-9]+\\.[0-9]+)\\.[0-9]+")
                                .build())
                        .group("minor")
                        .order(RankOrder.VERSION)
                        .beyondNewest(1)
                        .beyondNewestGroups(2)
                        .build()));

        assertThat(going(verdicts, "1.1.0", "1.1.1", "1.2.0", "1.2.1", "1.3.0")).containsExactly("1.1.0");
    }

    @Test
    void a_branch_without_a_push_for_so_long_goes_whole_and_needs_its_own_time_stamps() {
        Rule rule = rule("{branch}-*")
                .group("branch")
                .groupOlderThan(Duration.ofDays(60))
                .allowEmpty(true)
                .build();

        assertThat(going(
                        app().tagged("old-202601010000", "2020-01-01T00:00:00Z")
                                .tagged("old-202601020000", "2020-01-01T00:00:00Z")
                                .tagged("new-202601010000", "2020-01-01T00:00:00Z")
                                .tagged("new-202605010000", "2020-01-01T00:00:00Z")
                                .verdicts(policy(rule)),
                        "old-202601010000",
                        "old-202601020000",
                        "new-202601010000",
                        "new-202605010000"))
                .containsExactly("old-202601010000", "old-202601020000");
    }

    @Test
    void a_date_in_a_document_is_no_push() {
        Verdicts verdicts = app().tagged("old-a", "2020-01-01T00:00:00Z")
                .verdicts(policy(rule("{branch}-*")
                        .group("branch")
                        .groupOlderThan(Duration.ofDays(60))
                        .build()));

        assertThat(verdicts.deletions()).isEmpty();
        assertThat(verdicts.tags().get(Tag.of("old-a")).because()).contains("ledger");
    }

    @Test
    void a_group_that_is_only_known_to_be_as_old_as_a_young_ledger_is_not_old_whatever_its_tags_say() {
        Instant began = NOW.minus(Duration.ofDays(3));
        Policy policy = Policy.builder()
                .defaultProtections(false)
                .ages(AgeRules.builder().source(Age.LEDGER).build())
                .addRules(rule("{branch}-*")
                        .group("branch")
                        .groupOlderThan(Duration.ofDays(60))
                        .build())
                .build();

        Verdicts verdicts = app().tagged("old-202601010000", "2020-01-01T00:00:00Z")
                .ledger(TestSights.thereAtTheBeginning(began))
                .verdicts(policy);

        assertThat(verdicts.deletions()).isEmpty();
        assertThat(verdicts.tags().get(Tag.of("old-202601010000")).because())
                .contains(began.plus(Duration.ofDays(60)).toString());
    }

    @Test
    void one_member_of_unknown_age_keeps_its_whole_group() {
        Verdicts verdicts = app().tagged("old-202601010000", "2020-01-01T00:00:00Z")
                .tagged("old-x", "1970-01-01T00:00:00Z")
                .verdicts(policy(rule("{branch}-*")
                        .group("branch")
                        .groupOlderThan(Duration.ofDays(60))
                        .build()));

        assertThat(verdicts.deletions()).isEmpty();
    }

    @Test
    void what_is_protected_still_takes_its_place() {
        Verdicts verdicts = app().tagged("latest", "2026-05-01T00:00:00Z")
                .tagged("b", "2026-04-01T00:00:00Z")
                .tagged("c", "2026-03-01T00:00:00Z")
                .verdicts(Policy.builder()
                        .addRules(rule("*").beyondNewest(2).build())
                        .build());

        assertThat(going(verdicts, "latest", "b", "c")).containsExactly("c");
    }

    @Test
    void what_has_an_unknown_age_is_not_old() {
        Verdicts verdicts = app().tagged("old", "2026-01-01T00:00:00Z")
                .tagged("unknown", "1970-01-01T00:00:00Z")
                .verdicts(policy(rule("*").olderThan(Duration.ofDays(7)).build()));

        assertThat(going(verdicts, "old", "unknown")).containsExactly("old");
    }

    @Test
    void keep_beats_delete_and_unknown_keeps() {
        Policy both = Policy.builder()
                .defaultProtections(false)
                .addRules(rule("*").build())
                .addRules(Rule.keep("young").youngerThan(Duration.ofDays(7)).build())
                .build();

        Verdicts verdicts = app().tagged("young", "2026-05-31T00:00:00Z")
                .tagged("old", "2026-01-01T00:00:00Z")
                .tagged("unknown", "1970-01-01T00:00:00Z")
                .verdicts(both);

        assertThat(going(verdicts, "young", "old", "unknown")).containsExactly("old");
    }
}
