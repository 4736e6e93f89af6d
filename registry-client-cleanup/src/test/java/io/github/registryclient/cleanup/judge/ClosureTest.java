package io.github.registryclient.cleanup.judge;

import static io.github.registryclient.cleanup.judge.TestRepository.app;
import static io.github.registryclient.cleanup.judge.TestRepository.digest;
import static io.github.registryclient.cleanup.judge.TestRepository.going;
import static io.github.registryclient.cleanup.judge.TestRepository.signatureTag;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.cleanup.policy.Defect;
import io.github.registryclient.cleanup.policy.NameFilter;
import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.cleanup.policy.Rule;
import io.github.registryclient.name.Tag;
import org.junit.jupiter.api.Test;

/** What follows for manifests from what is said of tags. */
class ClosureTest {
    private static final String OLD = "2020-01-01T00:00:00Z";
    private static final Policy DELETE_PR = deleting("pr-*");

    private static Policy deleting(String tags) {
        return Policy.builder()
                .addRules(Rule.delete("pr")
                        .tags(NameFilter.builder().include(tags).build())
                        .build())
                .build();
    }

    private static Verdict verdict(Verdicts verdicts, String tag) {
        return verdicts.tags().get(Tag.of(tag)).verdict();
    }

    @Test
    void a_digest_goes_when_all_its_tags_go() {
        Verdicts verdicts =
                app().image("a", OLD).tag("pr-1", "a").tag("pr-2", "a").verdicts(DELETE_PR);

        assertThat(verdicts.deletions()).containsExactly(digest("a"));
        assertThat(verdict(verdicts, "pr-1")).isEqualTo(Verdict.DELETE);
        assertThat(verdict(verdicts, "pr-2")).isEqualTo(Verdict.DELETE);
    }

    @Test
    void a_shared_digest_stays_if_any_of_its_tags_stays_and_the_plan_names_the_tag_that_saved_it() {
        Verdicts verdicts =
                app().image("a", OLD).tag("pr-1", "a").tag("main", "a").verdicts(DELETE_PR);

        assertThat(verdicts.deletions()).isEmpty();
        assertThat(verdict(verdicts, "pr-1")).isEqualTo(Verdict.UNTAG);
        assertThat(verdicts.tags().get(Tag.of("pr-1")).because())
                .contains("main")
                .contains("\"pr\"");
        assertThat(verdict(verdicts, "main")).isEqualTo(Verdict.KEEP);
    }

    @Test
    void an_index_takes_along_the_children_that_nothing_else_needs_and_goes_before_them() {
        Verdicts verdicts = app().image("amd", OLD)
                .image("arm", OLD)
                .index("one", "amd", "arm")
                .index("two", "arm")
                .tag("pr-1", "one")
                .tag("main", "two")
                .verdicts(DELETE_PR);

        assertThat(verdicts.deletions()).containsExactly(digest("one"), digest("amd"));
    }

    @Test
    void a_nested_child_that_a_kept_index_reaches_stays() {
        Verdicts verdicts = app().image("deep", OLD)
                .index("inner", "deep")
                .index("outer", "inner")
                .tag("pr-1", "inner")
                .tag("main", "outer")
                .verdicts(DELETE_PR);

        assertThat(verdicts.deletions()).isEmpty();
        assertThat(verdict(verdicts, "pr-1")).isEqualTo(Verdict.UNTAG);
    }

    @Test
    void a_child_with_a_tag_of_its_own_stays_with_it() {
        Verdicts verdicts = app().image("amd", OLD)
                .index("one", "amd")
                .tag("pr-1", "one")
                .tag("main-amd64", "amd")
                .verdicts(DELETE_PR);

        assertThat(verdicts.deletions()).containsExactly(digest("one"));
    }

    @Test
    void children_stay_where_untagged_indexes_may_need_them() {
        Verdicts verdicts = app().image("amd", OLD)
                .index("one", "amd")
                .tag("pr-1", "one")
                .childrenStay("untagged parents unknown")
                .verdicts(DELETE_PR);

        assertThat(verdicts.deletions()).containsExactly(digest("one"));
        assertThat(verdicts.manifests().get(digest("amd")).because()).contains("untagged parents unknown");
    }

    @Test
    void h1_where_untagged_parents_may_be_in_use_a_child_stays_also_if_a_rule_chose_its_own_tag() {
        Verdicts verdicts = app().image("amd", OLD)
                .index("one", "amd")
                .tag("pr-1", "one")
                .tag("pr-1-amd64", "amd")
                .childrenStay("untagged parents unknown")
                .verdicts(DELETE_PR);

        assertThat(verdicts.deletions()).containsExactly(digest("one"));
        assertThat(verdict(verdicts, "pr-1-amd64")).isEqualTo(Verdict.UNTAG);
    }

    @Test
    void h1_where_the_ledger_was_lost_the_children_of_what_hangs_on_something_stay_too() {
        Verdicts verdicts = app().image("a", OLD)
                .image("part", OLD)
                .index("listing", "part")
                .tag("pr-1", "a")
                .tag(digest("a").toString().replace(':', '-') + ".sbom", "listing")
                .childrenStay("untagged parents unknown")
                .verdicts(DELETE_PR);

        assertThat(verdicts.deletions()).containsExactlyInAnyOrder(digest("a"), digest("listing"));
    }

    @Test
    void h1_a_child_that_goes_says_that_untagged_indexes_are_not_known() {
        Verdicts verdicts =
                app().image("amd", OLD).index("one", "amd").tag("pr-1", "one").verdicts(DELETE_PR);

        assertThat(verdicts.manifests().get(digest("amd")).because()).contains("indexes without a tag are not known");
    }

    @Test
    void an_image_under_a_tag_that_looks_like_a_fallback_tag_is_an_image_of_its_own() {
        String tag = digest("source").toString().replace(':', '-');
        Verdicts mirrored = app().tagged(tag, OLD).tagged("main", OLD).verdicts(deleting("sha256-*"));

        assertThat(verdict(mirrored, tag)).isEqualTo(Verdict.DELETE);
        assertThat(app().tagged(tag, OLD)
                        .tagged("main", OLD)
                        .verdicts(Policy.builder()
                                .addRules(Rule.delete("orphans")
                                        .addDefects(Defect.ORPHANED)
                                        .build())
                                .build())
                        .deletions())
                .isEmpty();
    }

    @Test
    void what_a_fallback_tag_lists_hangs_on_its_subject_and_the_images_of_an_index_that_is_only_called_so_do_not() {
        String name = digest("a").toString().replace(':', '-');
        TestRepository listing = app().image("a", OLD).artifact("sbom").index("listing", "sbom");
        TestRepository images = app().image("a", OLD).image("amd", OLD).index("copied", "amd");

        assertThat(listing.tag("pr-1", "a")
                        .tag(name, "listing")
                        .verdicts(DELETE_PR)
                        .deletions())
                .containsExactlyInAnyOrder(digest("a"), digest("listing"), digest("sbom"));
        Verdicts copied = images.tag("pr-1", "a").tag(name, "copied").verdicts(DELETE_PR);
        assertThat(copied.deletions()).containsExactly(digest("a"));
        assertThat(copied.graph().followers(digest("a"))).isEmpty();
    }

    @Test
    void what_hangs_on_something_kept_stays_also_where_an_index_that_goes_lists_it() {
        Verdicts verdicts = app().image("a", OLD)
                .referrer("sbom", "a")
                .index("listing", "sbom")
                .tag("main", "a")
                .tag("pr-1", "listing")
                .verdicts(DELETE_PR);

        assertThat(verdicts.deletions()).containsExactly(digest("listing"));
    }

    @Test
    void an_untagged_index_that_is_known_holds_a_child_that_it_shares() {
        Verdicts verdicts = app().image("arm", OLD)
                .index("yesterday", "arm")
                .index("one", "arm")
                .tag("pr-1", "one")
                .verdicts(DELETE_PR);

        assertThat(going(verdicts, "one", "arm", "yesterday")).containsExactly("one");
    }

    @Test
    void what_hangs_on_a_deleted_subject_goes_after_it_with_what_hangs_on_that() {
        Verdicts verdicts = app().image("a", OLD)
                .referrer("sbom", "a")
                .referrer("signature of the sbom", "sbom")
                .tag("pr-1", "a")
                .verdicts(DELETE_PR);

        assertThat(verdicts.deletions()).containsExactly(digest("a"), digest("sbom"), digest("signature of the sbom"));
    }

    @Test
    void what_hangs_on_a_kept_subject_stays() {
        Verdicts verdicts = app().image("a", OLD)
                .image("b", OLD)
                .referrer("sbom", "b")
                .tag("pr-1", "a")
                .tag("main", "b")
                .verdicts(deleting("**"));

        assertThat(going(
                        app().image("a", OLD)
                                .image("b", OLD)
                                .referrer("sbom", "b")
                                .tag("pr-1", "a")
                                .tag("main", "b")
                                .verdicts(DELETE_PR),
                        "a",
                        "b",
                        "sbom"))
                .containsExactly("a");
        assertThat(going(verdicts, "a", "b", "sbom")).containsExactly("a", "b", "sbom");
    }

    @Test
    void signature_tags_follow_their_subject_and_are_never_matched() {
        TestRepository repository = app().image("a", OLD)
                .image("b", OLD)
                .artifact("signature of a")
                .artifact("signature of b")
                .tag("pr-1", "a")
                .tag("main", "b")
                .tag(signatureTag("a"), "signature of a")
                .tag(signatureTag("b"), "signature of b");

        assertThat(going(repository.verdicts(DELETE_PR), "a", "b", "signature of a", "signature of b"))
                .containsExactly("a", "signature of a");
        assertThat(going(repository.verdicts(deleting("sha256-*")), "a", "b", "signature of a", "signature of b"))
                .isEmpty();
    }

    @Test
    void a_signature_without_its_subject_stays_unless_a_rule_names_orphans() {
        TestRepository repository = app().image("b", OLD)
                .tag("main", "b")
                .tag("other", "b")
                .artifact("signature")
                .tag(signatureTag("gone"), "signature");

        assertThat(going(repository.verdicts(deleting("**")), "signature")).isEmpty();
    }

    @Test
    void an_orphan_without_a_tag_matches_no_tag_pattern_and_stays_where_a_rule_keeps_what_has_no_tag() {
        TestRepository repository = app().tagged("main", OLD)
                .tagged("other", OLD)
                .referrer("orphan", "gone")
                .missing("gone");
        Rule orphans = Rule.delete("orphans").addDefects(Defect.ORPHANED).build();
        Rule some = Rule.delete("some orphans")
                .tags(NameFilter.builder().include("pr-*").build())
                .addDefects(Defect.ORPHANED)
                .build();
        Rule untagged = Rule.keep("untagged").untagged(true).build();

        assertThat(repository
                        .verdicts(Policy.builder().addRules(orphans).build())
                        .deletions())
                .containsExactly(digest("orphan"));
        assertThat(repository.verdicts(Policy.builder().addRules(some).build()).deletions())
                .isEmpty();
        assertThat(repository
                        .verdicts(Policy.builder().addRules(orphans, untagged).build())
                        .deletions())
                .isEmpty();
    }

    @Test
    void two_signatures_that_name_each_other_stay() {
        Verdicts verdicts = app().artifact("x")
                .artifact("y")
                .tag(signatureTag("x"), "y")
                .tag(signatureTag("y"), "x")
                .verdicts(deleting("**"));

        assertThat(verdicts.deletions()).isEmpty();
    }

    @Test
    void one_unreadable_thing_keeps_the_whole_repository() {
        Verdicts verdicts =
                app().tagged("pr-1", OLD).trouble("status 500 at pr-2").verdicts(DELETE_PR);

        assertThat(verdicts.deletions()).isEmpty();
        assertThat(verdicts.tags().get(Tag.of("pr-1")).because()).contains("status 500 at pr-2");
    }

    @Test
    void what_no_rule_matches_stays() {
        Verdicts verdicts = app().tagged("pr-1", OLD).tagged("main", OLD).verdicts(DELETE_PR);

        assertThat(verdicts.deletions()).containsExactly(digest("pr-1"));
        assertThat(verdicts.tags().get(Tag.of("main")).because()).isEqualTo("no delete rule matches it");
    }

    @Test
    void without_a_delete_rule_nothing_is_deleted() {
        Policy keeps = Policy.builder().addRules(Rule.keep("all").build()).build();

        assertThat(app().tagged("pr-1", OLD).verdicts(keeps).deletions()).isEmpty();
    }

    @Test
    void a_dangling_tag_goes_only_by_a_rule_that_names_it() {
        Policy names = Policy.builder()
                .addRules(
                        Rule.delete("dangling").addDefects(Defect.DANGLING_TAG).build())
                .build();
        TestRepository repository = app().dangling("pr-1").tagged("main", OLD);

        assertThat(verdict(repository.verdicts(DELETE_PR), "pr-1")).isEqualTo(Verdict.KEEP);
        assertThat(verdict(repository.verdicts(names), "pr-1")).isEqualTo(Verdict.DELETE);
        assertThat(verdict(repository.verdicts(names), "main")).isEqualTo(Verdict.KEEP);
    }
}
