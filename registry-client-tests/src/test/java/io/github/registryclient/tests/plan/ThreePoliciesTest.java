package io.github.registryclient.tests.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.cleanup.Planner;
import io.github.registryclient.cleanup.judge.Verdict;
import io.github.registryclient.cleanup.plan.Plan;
import io.github.registryclient.cleanup.plan.RepositoryPlan;
import io.github.registryclient.cleanup.policy.ImageReference;
import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.examples.snippets.CleanUp;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.MovableClock;
import io.github.registryclient.testkit.sample.ImageSpec;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The three policies of the page on policies and of the README do what is said there of them, as they stand there. */
class ThreePoliciesTest {
    private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");

    private final PolicyPage page = PolicyPage.read();

    @ParameterizedTest
    @ValueSource(strings = {"P1", "P2", "P3"})
    void the_verdicts_are_those_of_the_table(String name) {
        Map<ImageReference, Verdict> expected = page.verdicts(name);
        Plan plan = plan(page.policy(name), page.content(name));
        Map<ImageReference, Verdict> actual = new LinkedHashMap<>();
        expected.keySet()
                .forEach(tag -> actual.put(
                        tag,
                        plan.explain(tag.repository(), tag.tag().orElseThrow())
                                .decision()
                                .verdict()));

        assertThat(actual).hasSize(10).isEqualTo(expected);
        assertThat(plan.repositories())
                .allMatch(repository -> repository.heldBack().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1", "P2", "P3"})
    void the_readmes_builder_says_what_the_json_form_says(String name) {
        Map<String, Supplier<Policy>> built =
                Map.of("P1", CleanUp::branches, "P2", CleanUp::teams, "P3", CleanUp::releases);

        assertThat(built.get(name).get()).isEqualTo(page.policy(name));
    }

    @Test
    void p1_takes_the_eleventh_of_a_branch_and_whole_branches_without_a_push_and_nothing_else() {
        Plan plan = plan(page.policy("P1"), page.content("P1"));

        assertThat(tags(plan, Verdict.DELETE))
                .containsExactly(
                        "shop/web:feature-pay-202604010900",
                        "shop/web:feature-pay-202604200900",
                        "shop/web:main-202606200900");
        assertThat(tags(plan, Verdict.UNTAG)).containsExactly("shop/web:main-202606190900");
        assertThat(because(plan, "shop/web:main-202606190900")).contains("1.4.0");
        assertThat(because(plan, "shop/web:hotfix-1")).contains("nor a ledger says when it was pushed");
    }

    @Test
    void p1_empties_a_repository_that_is_one_dead_branch() {
        Plan plan = plan(page.policy("P1"), List.of(images("shop/gone", "old-2026010109", 3, Duration.ofDays(170))));

        assertThat(repository(plan, "shop/gone").deletions()).hasSize(3);
        assertThat(repository(plan, "shop/gone").heldBack()).isEmpty();
    }

    @Test
    void p2_takes_what_is_beyond_the_newest_old_pull_requests_and_whole_old_sandboxes_and_nothing_else() {
        Plan plan = plan(page.policy("P2"), page.content("P2"));

        assertThat(tags(plan, Verdict.DELETE))
                .containsExactly(
                        "team/app:build-01",
                        "team/app:build-02",
                        "team/app:build-03",
                        "team/app:build-04",
                        "team/app:pr-7",
                        "team/sandbox/demo:c",
                        "team/sandbox/old:x",
                        "team/sandbox/old:y");
        assertThat(tags(plan, Verdict.UNTAG)).isEmpty();
    }

    @Test
    void p2_empties_a_sandbox_of_any_size_and_leaves_two_images_of_a_young_one() {
        Plan plan = plan(
                page.policy("P2"),
                List.of(
                        images("team/sandbox/large", "old-", 12, Duration.ofDays(40)),
                        images("team/sandbox/young", "new-", 12, Duration.ofDays(3))));

        assertThat(repository(plan, "team/sandbox/large").deletions()).hasSize(12);
        assertThat(repository(plan, "team/sandbox/young").deletions()).hasSize(10);
    }

    @Test
    void p2_keeps_the_last_image_of_what_is_no_sandbox() {
        Plan plan = plan(page.policy("P2"), List.of(images("team/app", "pr-", 3, Duration.ofDays(40))));

        assertThat(repository(plan, "team/app").deletions()).isEmpty();
        assertThat(repository(plan, "team/app").heldBack().orElseThrow()).contains("allowEmpty");
    }

    @Test
    void p3_takes_older_patches_of_older_minors_and_old_builds_and_nothing_else() {
        Plan plan = plan(page.policy("P3"), page.content("P3"));

        assertThat(tags(plan, Verdict.DELETE)).containsExactly("lib/core:1.10.0", "lib/core:2.2.0-202605150900041");
        assertThat(tags(plan, Verdict.UNTAG)).containsExactly("lib/core:1.9.0");
        assertThat(because(plan, "lib/core:1.9.0")).contains("stable");
    }

    private static SampleRepository images(String repository, String prefix, int count, Duration age) {
        SampleImages images = SampleImages.seeded(count);
        SampleRepository.Builder builder = SampleRepository.named(repository);
        for (int i = 0; i < count; i++) {
            Instant created = NOW.minus(age).minusSeconds(i);
            builder.tag(prefix + (10 + i), images.image(ImageSpec.defaults().createdAt(created)));
        }
        return builder.build();
    }

    static Plan plan(Policy policy, List<SampleRepository> content) {
        MovableClock clock = MovableClock.at(NOW);
        try (EmbeddedRegistry registry = EmbeddedRegistry.builder().clock(clock).start();
                RegistryClient client =
                        HttpRegistryClient.connect(registry.uri().toString())) {
            RegistryFiller.of(registry.uri()).pushAll(content);
            registry.clearRequests();
            Plan plan = Planner.of(client, policy).clock(clock).build().plan();
            assertThat(registry.requests().all())
                    .allMatch(request -> Set.of("GET", "HEAD").contains(request.method()));
            return plan;
        }
    }

    private static RepositoryPlan repository(Plan plan, String name) {
        return plan.repository(RepositoryName.of(name)).orElseThrow();
    }

    private static Set<String> tags(Plan plan, Verdict verdict) {
        Set<String> tags = new TreeSet<>();
        for (RepositoryPlan repository : plan.repositories()) {
            repository.verdicts().tags().forEach((tag, decision) -> {
                if (decision.verdict() == verdict) {
                    tags.add(repository.name() + ":" + tag);
                }
            });
        }
        return tags;
    }

    private static String because(Plan plan, String reference) {
        ImageReference tag = ImageReference.parse(reference);
        return plan.explain(tag.repository(), Tag.of(tag.tag().orElseThrow().toString()))
                .decision()
                .because();
    }
}
