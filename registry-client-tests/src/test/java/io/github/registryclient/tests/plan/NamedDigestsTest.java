package io.github.registryclient.tests.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.cleanup.Planner;
import io.github.registryclient.cleanup.plan.Plan;
import io.github.registryclient.cleanup.policy.ImageReference;
import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.cleanup.policy.Rule;
import io.github.registryclient.cleanup.use.InUse;
import io.github.registryclient.name.Digest;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Digests that somebody names, and that no tag reaches. */
class NamedDigestsTest extends PlanScene {
    private final SampleManifest shared = old();
    private final SampleManifest yesterday = images.index(List.of(shared, old()));
    private final SampleManifest pullRequest = images.index(List.of(shared));

    private void pushBoth() {
        push(SampleRepository.named("app").tag("pr-1", pullRequest).untagged(yesterday));
    }

    private Plan keeping(String reference) {
        return plan(Policy.builder()
                .from(PULL_REQUESTS)
                .addKeep(ImageReference.parse(reference))
                .build());
    }

    private Plan inUse(Policy policy, String reference) {
        return Planner.of(client, policy)
                .inUse(InUse.of(List.of(ImageReference.parse(reference))))
                .build()
                .plan();
    }

    @Test
    void an_untagged_index_that_is_kept_by_name_keeps_the_children_that_it_shares() {
        pushBoth();

        Plan plan = keeping("app@" + yesterday.digest());

        assertThat(deletions(plan)).containsExactly(pullRequest.digest());
        assertThat(plan.explain(APP, shared.digest()).parents()).contains(yesterday.digest());
    }

    @Test
    void what_is_to_be_kept_and_is_not_there_is_noted() {
        pushBoth();

        assertThat(keeping("app:nosuch").header().notes()).anyMatch(note -> note.contains("app:nosuch"));
        assertThat(keeping("app:pr-1").header().notes()).noneMatch(note -> note.contains("kept by name"));
    }

    @Test
    void h3_an_untagged_index_in_use_under_a_mirrors_name_is_found() {
        pushBoth();

        Plan plan = inUse(PULL_REQUESTS, "mirror.example:5000/of/app@" + yesterday.digest());

        assertThat(plan.explain(APP, shared.digest()).parents()).contains(yesterday.digest());
        assertThat(deletions(plan)).containsExactly(pullRequest.digest());
    }

    @Test
    void h3_references_by_digest_under_hosts_that_nobody_declared_are_listed_too() {
        pushBoth();
        String reference = "mirror.example:5000/of/app@" + pullRequest.digest();

        assertThat(inUse(PULL_REQUESTS, reference).header().notes()).anyMatch(note -> note.contains(reference));
    }

    @Test
    void an_image_in_use_by_its_configuration_is_never_asked_for_as_a_manifest() {
        push(SampleRepository.named("app").tag("pr-1", shared).tag("pr-2", old()));
        Digest config = shared.config().orElseThrow().digest();
        registry.clearRequests();

        Plan plan = inUse(PULL_REQUESTS, "app@" + config);

        assertThat(deletions(plan)).doesNotContain(shared.digest()).hasSize(1);
        assertThat(registry.requests().all())
                .noneMatch(request -> request.path().contains("/manifests/" + config));
    }

    @Test
    void a_rule_for_untagged_manifests_chooses_what_somebody_named_only_if_it_is_not_kept() {
        pushBoth();

        Plan plan = plan(Policy.builder()
                .addRules(Rule.delete("untagged").untagged(true).build())
                .addKeep(ImageReference.parse("app@" + yesterday.digest()))
                .build());

        assertThat(deletions(plan)).isEmpty();
    }
}
