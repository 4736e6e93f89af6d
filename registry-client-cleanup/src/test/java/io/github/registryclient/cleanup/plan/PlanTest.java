package io.github.registryclient.cleanup.plan;

import static io.github.registryclient.cleanup.judge.TestRepository.NOW;
import static io.github.registryclient.cleanup.judge.TestRepository.digest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.cleanup.judge.RepositoryJudgement;
import io.github.registryclient.cleanup.judge.TestRepository;
import io.github.registryclient.cleanup.judge.Verdict;
import io.github.registryclient.cleanup.policy.Fuse;
import io.github.registryclient.cleanup.policy.NameFilter;
import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.cleanup.policy.Rule;
import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plan as an object: what it counts, how it is changed, written and read. */
class PlanTest {
    private static final String OLD = "2020-01-01T00:00:00Z";
    private static final RepositoryName APP = RepositoryName.of("app");
    private static final RepositoryName OTHER = RepositoryName.of("other");
    private static final Policy POLICY = Policy.builder()
            .addRules(Rule.delete("pr")
                    .tags(NameFilter.builder().include("pr-*").build())
                    .build())
            .build();

    private static Plan plan(Policy policy, TestRepository... repositories) {
        PlanHeader header = PlanHeader.builder()
                .registry("https://registry.example.com")
                .account("alice")
                .created(NOW)
                .policy(policy)
                .complete(true)
                .ledger(true)
                .addNotes("a note")
                .build();
        List<RepositoryJudgement> judgements = new ArrayList<>();
        for (TestRepository repository : repositories) {
            judgements.add(repository.judged(policy));
        }
        return Plan.of(header, judgements);
    }

    private static TestRepository app() {
        return TestRepository.app()
                .image("amd", OLD)
                .image("arm", OLD, "shared layer")
                .index("index", "amd", "arm")
                .referrer("sbom", "index")
                .tag("pr-1", "index")
                .tagged("pr-2", "1970-01-01T00:00:00Z")
                .tagged("main-202601010000", OLD)
                .dangling("gone")
                .missing("child");
    }

    private static TestRepository other() {
        return new TestRepository("other").image("base", OLD, "shared layer").tag("main", "base");
    }

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
    void the_word_is_at_most_with_the_reason_and_expected_where_there_is_none() {
        Plan claimed = plan(POLICY, app(), other());
        Plan verified = claimed.withSizes(java.util.Map.of(digest("amd layer"), 7L));

        assertThat(claimed.space().toString()).startsWith("at most").contains("claim");
        assertThat(verified.space().toString()).startsWith("expected");
        assertThat(verified.space().freed()).isEqualTo(5500 - 993);
    }

    @Test
    void written_and_read_again_it_is_equal(@TempDir Path folder) {
        Plan plan = plan(POLICY, app(), other());
        Path file = folder.resolve("plan.json");

        plan.write(file);

        Plan read = Plan.read(file);
        assertThat(read).isEqualTo(plan);
        assertThat(read.hash()).isEqualTo(plan.hash());
        assertThat(read.explain(APP, Tag.of("pr-1"))).isEqualTo(plan.explain(APP, Tag.of("pr-1")));
        assertThat(folder.toFile().list()).containsExactly("plan.json");
    }

    @Test
    void a_plan_that_was_edited_is_refused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("plan.json");
        plan(POLICY, app(), other()).write(file);
        String text = Files.readString(file);

        for (String edited : List.of(
                text.replace("\"keep\"", "\"delete\"").replace("main-202601010000", "pr-3"),
                text.replace("\"size\" : 1000", "\"size\" : 9000"),
                text.replace("\"rule\" : \"pr\"", "\"rule\" : \"px\""))) {
            Files.writeString(file, edited);

            assertThatThrownBy(() -> Plan.read(file))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("plan.json");
        }
    }

    @Test
    void a_plan_that_was_cut_is_refused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("plan.json");
        plan(POLICY, app()).write(file);
        String text = Files.readString(file);

        for (int length : List.of(0, 1, text.length() / 2, text.length() - 3)) {
            Files.writeString(file, text.substring(0, length));

            assertThatThrownBy(() -> Plan.read(file)).isInstanceOf(InvalidInputException.class);
        }
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
