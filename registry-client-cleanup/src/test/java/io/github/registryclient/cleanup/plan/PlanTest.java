package io.github.registryclient.cleanup.plan;

import static io.github.registryclient.cleanup.judge.TestRepository.digest;
import static io.github.registryclient.cleanup.plan.TestPlans.APP;
import static io.github.registryclient.cleanup.plan.TestPlans.OLD;
import static io.github.registryclient.cleanup.plan.TestPlans.OTHER;
import static io.github.registryclient.cleanup.plan.TestPlans.POLICY;
import static io.github.registryclient.cleanup.plan.TestPlans.app;
import static io.github.registryclient.cleanup.plan.TestPlans.other;
import static io.github.registryclient.cleanup.plan.TestPlans.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.cleanup.judge.TestRepository;
import io.github.registryclient.cleanup.judge.Verdict;
import io.github.registryclient.cleanup.policy.Defect;
import io.github.registryclient.cleanup.policy.Fuse;
import io.github.registryclient.cleanup.policy.NameFilter;
import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.cleanup.policy.Rule;
import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Tag;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The plan as an object: what it counts, says, and holds back, and how it is changed. */
class PlanTest {
    @Test
    void bytes_that_something_else_needs_in_any_repository_are_not_freed() {
        Plan plan = plan(POLICY, app(), other());

        // index 100, sbom 100, amd 100 + 2000, arm 100 + 1000 without the shared layer, pr-2 100 + 2000
        assertThat(plan.space().freed()).isEqualTo(5500);
        assertThat(plan.freedAlone(APP)).containsEntry(digest("index"), 3400L);
        assertThat(plan.freedAlone(OTHER)).containsEntry(digest("base"), 1100L);
        assertThat(plan.space().reachable()).isEqualTo(100 * 7 + 1000 * 9 + 0);
    }

    @Test
    void what_claims_no_size_takes_nothing_from_what_another_claims() {
        Plan plan = plan(
                POLICY,
                app(),
                new TestRepository("old").schema1("ancient", "shared layer").tag("v", "ancient"));

        assertThat(plan.space().reachable()).isEqualTo(100 * 7 + 1000 * 8);
        assertThat(plan.space().toString()).contains("claim");
    }

    @Test
    void what_hangs_on_nothing_that_is_there_needs_its_blobs_itself() {
        TestRepository repository = new TestRepository("other")
                .image("base", OLD, "shared layer")
                .tag("main", "base")
                .image("signature", OLD, "shared layer")
                .tag(TestRepository.signatureTag("gone"), "signature");

        assertThat(plan(POLICY, repository).freedAlone(OTHER))
                .containsEntry(digest("base"), 1100L)
                .containsEntry(digest("signature"), 1100L);
    }

    @Test
    void the_word_is_at_most_with_the_reason_and_expected_where_there_is_none() {
        Plan claimed = plan(POLICY, app(), other());
        Map<Digest, Long> sizes = new HashMap<>();
        claimed.freedBlobs().keySet().forEach(blob -> sizes.put(blob, 1000L));
        sizes.put(digest("amd layer"), 7L);
        Plan verified = claimed.withSizes(sizes);

        assertThat(claimed.space().toString()).startsWith("at most").contains("claim");
        assertThat(verified.space().toString()).startsWith("expected");
        assertThat(verified.space().freed()).isEqualTo(5500 - 993);
    }

    @Test
    void claims_of_any_size_add_up_to_no_less_than_one_of_them() {
        Plan plan = plan(POLICY, app(), other())
                .withSizes(Map.of(digest("amd layer"), Long.MAX_VALUE - 1, digest("pr-2 layer"), Long.MAX_VALUE - 1));

        assertThat(plan.space().freed()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void a_tag_shares_its_manifest_with_others_and_not_with_itself() {
        Plan plan = plan(POLICY, app().tag("pr-3", "index"));

        assertThat(plan.explain(APP, Tag.of("pr-1")).sharingTags()).containsExactly(Tag.of("pr-3"));
        assertThat(plan.explain(APP, Tag.of("pr-2")).toString()).doesNotContain("tags of the same manifest");
        assertThat(plan.explain(APP, digest("index")).sharingTags()).containsExactly(Tag.of("pr-1"), Tag.of("pr-3"));
    }

    @Test
    void without_a_tag_everything_that_follows_is_drawn_anew() {
        Plan plan = plan(POLICY, app(), other());

        Plan without = plan.without(APP, Tag.of("pr-1"));

        assertThat(plan.repository(APP).orElseThrow().deletions()).contains(digest("amd"), digest("sbom"));
        assertThat(without.repository(APP).orElseThrow().deletions()).containsExactly(digest("pr-2"));
        assertThat(without.explain(APP, Tag.of("pr-1")).decision().verdict()).isEqualTo(Verdict.KEEP);
        assertThat(without.hash()).isNotEqualTo(plan.hash());
    }

    @Test
    void without_a_manifest_its_tags_stay_too() {
        Plan without = plan(POLICY, app(), other()).without(APP, digest("index"));

        assertThat(without.repository(APP).orElseThrow().deletions()).containsExactly(digest("pr-2"));
        assertThat(without.explain(APP, Tag.of("pr-1")).decision().verdict()).isEqualTo(Verdict.KEEP);
    }

    @Test
    void what_the_fuse_holds_back_is_released_only_by_the_hash_of_this_plan() {
        Policy careful = Policy.builder()
                .from(POLICY)
                .fuse(Fuse.builder().perRepository(1).build())
                .build();
        Plan plan = plan(careful, app(), other());

        assertThat(plan.repository(APP).orElseThrow().deletions()).isEmpty();
        assertThat(plan.repository(APP).orElseThrow().heldBack()).isPresent();
        assertThatThrownBy(() -> plan.accept(Digest.sha256(new byte[0]))).isInstanceOf(InvalidInputException.class);
        assertThat(plan.accept(plan.hash()).repository(APP).orElseThrow().deletions())
                .hasSize(5);
    }

    @Test
    void the_runs_own_limit_holds_everything_back() {
        Policy careful = Policy.builder()
                .from(POLICY)
                .fuse(Fuse.builder().perRun(4).build())
                .build();
        Plan plan = plan(careful, app(), other());

        assertThat(plan.repositories()).allSatisfy(repository -> {
            assertThat(repository.deletions()).isEmpty();
            assertThat(repository.heldBack()).isPresent();
        });
    }

    @Test
    void while_a_repository_cannot_be_read_the_runs_own_limit_lets_nothing_go() {
        Policy careful = Policy.builder()
                .from(POLICY)
                .fuse(Fuse.builder().perRun(100).build())
                .build();

        assertThat(plan(careful, app(), other()).repository(APP).orElseThrow().deletions())
                .isNotEmpty();
        Plan unread = plan(careful, app(), other().trouble("500"));
        assertThat(unread.repository(APP).orElseThrow().deletions()).isEmpty();
        assertThat(unread.repository(APP).orElseThrow().heldBack().orElseThrow())
                .contains("other", "100");
        assertThat(unread.accept(unread.hash()).repository(APP).orElseThrow().deletions())
                .isNotEmpty();
    }

    @Test
    void what_is_held_back_shows_what_would_go() {
        Policy careful = Policy.builder()
                .from(POLICY)
                .fuse(Fuse.builder().perRepository(1).build())
                .build();

        assertThat(plan(careful, app(), other()).toTable()).contains("held back", "held    pr-1");
    }

    @Test
    void what_is_broken_is_in_table_and_explanation() {
        Plan plan = plan(POLICY, app().index("partial", "amd", "child").tag("main", "partial"));

        assertThat(plan.toTable()).contains("app: broken, 1 danglingTag, 1 partialIndex");
        assertThat(plan.explain(APP, Tag.of("main")).defects()).containsExactly(Defect.PARTIAL_INDEX);
        assertThat(plan.explain(APP, digest("partial")).toString()).contains("broken: partialIndex");
    }

    @Test
    void h12_a_dangling_tag_that_goes_cannot_come_back() {
        Policy dangling = Policy.builder()
                .addRules(
                        Rule.delete("dangling").addDefects(Defect.DANGLING_TAG).build())
                .build();

        assertThat(plan(dangling, app()).explain(APP, Tag.of("gone")).irrevocableBecause())
                .isPresent();
        assertThat(plan(POLICY, app()).explain(APP, Tag.of("gone")).irrevocableBecause())
                .isEmpty();
    }

    @Test
    void a_tag_that_its_rank_keeps_is_explained_with_its_rank() {
        Policy newest = Policy.builder()
                .addRules(Rule.delete("beyond")
                        .tags(NameFilter.builder().include("main-*").build())
                        .beyondNewest(2)
                        .build())
                .build();
        Plan plan = plan(newest, app().tagged("main-202602010000", OLD).tagged("main-202603010000", OLD));

        assertThat(plan.explain(APP, Tag.of("main-202602010000")).toString())
                .contains("delete \"beyond\" does not match, place 2 of 3");
        assertThat(plan.explain(APP, digest("main-202601010000")).toString())
                .contains("delete \"beyond\" matches, place 3 of 3", "2026-01-01T00:00:00Z");
    }

    @Test
    void the_table_begins_with_the_repository_that_frees_most() {
        TestRepository large = new TestRepository("zoo");
        for (int i = 0; i < 5; i++) {
            large.tagged("pr-" + i, OLD);
        }

        String table = plan(POLICY, app(), large.tagged("main", OLD)).toTable();

        assertThat(table.indexOf("zoo, which")).isPositive().isLessThan(table.indexOf("app, which"));
    }

    @Test
    void what_the_plan_does_not_know_is_said() {
        Plan plan = plan(POLICY, app());

        assertThatThrownBy(() -> plan.explain(APP, Tag.of("nosuch"))).hasMessageContaining("nosuch");
        assertThatThrownBy(() -> plan.explain(OTHER, Tag.of("pr-1"))).hasMessageContaining("other");
        assertThatThrownBy(() -> plan.without(APP, digest("nosuch"))).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void an_explanation_names_rule_age_and_what_hangs_together() {
        String words = plan(POLICY, app(), other()).explain(APP, Tag.of("pr-1")).toString();

        assertThat(words)
                .contains("DELETE", "\"pr\"", "age by config", digest("sbom").toString(), "would free alone: 3.3 KiB");
    }
}
