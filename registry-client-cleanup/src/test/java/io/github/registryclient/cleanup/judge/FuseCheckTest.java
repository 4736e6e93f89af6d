package io.github.registryclient.cleanup.judge;

import static io.github.registryclient.cleanup.judge.TestRepository.app;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.cleanup.policy.Defect;
import io.github.registryclient.cleanup.policy.Fuse;
import io.github.registryclient.cleanup.policy.NameFilter;
import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.cleanup.policy.Rule;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How much a repository may lose before somebody has to look. */
class FuseCheckTest {
    private static final String OLD = "2020-01-01T00:00:00Z";

    private static TestRepository with(int pullRequests, int others) {
        TestRepository repository = app();
        for (int i = 0; i < pullRequests; i++) {
            repository.tagged("pr-" + i, OLD);
        }
        for (int i = 0; i < others; i++) {
            repository.tagged("main-" + i, OLD);
        }
        return repository;
    }

    private static Rule.Builder rule() {
        return Rule.delete("pr").tags(NameFilter.builder().include("pr-*").build());
    }

    private static Optional<String> trip(TestRepository repository, Rule rule, Fuse fuse) {
        Policy policy = Policy.builder().addRules(rule).fuse(fuse).build();
        return FuseCheck.trip(policy, repository.verdicts(policy));
    }

    @Test
    void more_than_the_share_of_the_tagged_manifests_trips_it_and_the_share_itself_does_not() {
        assertThat(trip(with(8, 2), rule().build(), Fuse.defaults())).isEmpty();
        assertThat(trip(with(9, 2), rule().build(), Fuse.defaults()))
                .hasValueSatisfying(why -> assertThat(why).contains("9 of 11").contains("0.8"));
    }

    @Test
    void below_ten_the_share_does_not_count() {
        assertThat(trip(with(8, 1), rule().build(), Fuse.defaults())).isEmpty();
    }

    @Test
    void a_rule_may_set_its_own_share_which_covers_only_what_it_chooses() {
        assertThat(trip(with(9, 2), rule().maxShare(1).build(), Fuse.defaults()))
                .isEmpty();

        Policy two = Policy.builder()
                .addRules(Rule.delete("one")
                        .tags(NameFilter.builder().include("pr-0").build())
                        .maxShare(1)
                        .build())
                .addRules(rule().build())
                .build();
        assertThat(FuseCheck.trip(two, with(10, 0).verdicts(two))).isPresent();
    }

    @Test
    void the_last_image_goes_only_by_rules_that_say_so() {
        assertThat(trip(with(2, 0), rule().build(), Fuse.defaults()))
                .hasValueSatisfying(why -> assertThat(why).contains("allowEmpty"));
        assertThat(trip(with(2, 0), rule().allowEmpty(true).build(), Fuse.defaults()))
                .isEmpty();
    }

    @Test
    void a_build_cache_that_stays_is_not_the_image_that_is_left() {
        TestRepository repository = with(2, 0).artifact("cache").tag("buildcache", "cache");

        assertThat(trip(repository, rule().build(), Fuse.defaults()))
                .hasValueSatisfying(why -> assertThat(why).contains("allowEmpty"));
    }

    @Test
    void tags_that_dangle_count_as_what_is_lost() {
        TestRepository repository = with(0, 2);
        for (int i = 0; i < 10; i++) {
            repository.dangling("pr-" + i);
        }
        Rule dangling = rule().addDefects(Defect.DANGLING_TAG).build();

        assertThat(trip(repository, dangling, Fuse.defaults()))
                .hasValueSatisfying(why -> assertThat(why).contains("10 of 12"));
        assertThat(trip(
                        repository,
                        dangling,
                        Fuse.builder().share(1).perRepository(9).build()))
                .hasValueSatisfying(why -> assertThat(why).contains("10 manifests and tags"));
    }

    @Test
    void what_loses_all_its_tags_is_lost_also_where_the_manifest_stays() {
        TestRepository repository = TestRepository.app();
        for (int i = 0; i < 10; i++) {
            repository.image("part" + i, OLD).tag("pr-" + i, "part" + i);
        }
        repository.index(
                "running", "part0", "part1", "part2", "part3", "part4", "part5", "part6", "part7", "part8", "part9");

        assertThat(trip(repository, rule().build(), Fuse.defaults())).isPresent();
    }

    @Test
    void a_repository_of_which_only_dangling_tags_are_left_is_not_emptied_without_leave() {
        TestRepository repository = with(0, 0).dangling("pr-1");
        Rule.Builder dangling = rule().addDefects(Defect.DANGLING_TAG);

        assertThat(trip(repository, dangling.build(), Fuse.defaults())).isPresent();
        assertThat(trip(repository, dangling.allowEmpty(true).build(), Fuse.defaults()))
                .isEmpty();
    }

    @Test
    void the_largest_number_counts_all_manifests() {
        TestRepository repository =
                with(0, 1).image("a", OLD).image("b", OLD).index("i", "a", "b").tag("pr-1", "i");

        assertThat(trip(
                        repository,
                        rule().build(),
                        Fuse.builder().perRepository(2).build()))
                .hasValueSatisfying(why -> assertThat(why).contains("3").contains("2"));
        assertThat(trip(
                        repository,
                        rule().build(),
                        Fuse.builder().perRepository(3).build()))
                .isEmpty();
    }
}
