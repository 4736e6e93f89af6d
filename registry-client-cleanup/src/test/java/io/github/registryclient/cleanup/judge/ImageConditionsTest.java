package io.github.registryclient.cleanup.judge;

import static io.github.registryclient.cleanup.judge.TestRepository.app;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.cleanup.policy.Across;
import io.github.registryclient.cleanup.policy.NameFilter;
import io.github.registryclient.cleanup.policy.NamePattern;
import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.cleanup.policy.Rule;
import org.junit.jupiter.api.Test;

/** Labels, annotations and platforms of the images in an index. */
class ImageConditionsTest {
    private static final String OLD = "2020-01-01T00:00:00Z";

    private static Policy onArm(Across across) {
        return Policy.builder()
                .addRules(Rule.delete("on arm")
                        .addPlatforms(NamePattern.of("linux/arm64"))
                        .across(across)
                        .build())
                .build();
    }

    @Test
    void an_index_whose_parts_are_reached_on_very_many_ways_is_looked_at_in_no_time() {
        TestRepository ladder = app().image("step0", OLD);
        for (int i = 1; i <= 60; i++) {
            String below = "step" + (i - 1);
            ladder.index("step" + i, below, below);
        }

        assertThat(ladder.tag("top", "step60").verdicts(onArm(Across.ANY)).deletions())
                .isEmpty();
    }

    @Test
    void an_artifact_beside_the_images_of_an_index_is_none_of_them() {
        TestRepository mixed = app().imageOn("image", "linux/arm64/v8")
                .attestation("attestation")
                .index("index", "image", "attestation")
                .tag("v", "index");

        assertThat(mixed.verdicts(onArm(Across.ALL)).tags().values())
                .allMatch(decision -> decision.verdict() == Verdict.DELETE);
    }

    @Test
    void an_index_of_artifacts_is_judged_by_them() {
        Policy keep = Policy.builder()
                .addRules(Rule.keep("kept")
                        .addPlatforms(NamePattern.of("wasi/wasm"))
                        .across(Across.ANY)
                        .build())
                .addRules(Rule.delete("all")
                        .tags(NameFilter.builder().include("**").build())
                        .allowEmpty(true)
                        .build())
                .build();
        TestRepository modules =
                app().artifactOn("module", "wasi/wasm").index("index", "module").tag("v", "index");

        assertThat(modules.verdicts(keep).deletions()).isEmpty();
    }

    @Test
    void a_platform_is_meant_with_all_its_variants() {
        TestRepository variants = app().imageOn("v8", "linux/arm64/v8")
                .tag("v8", "v8")
                .imageOn("plain", "linux/arm64")
                .tag("plain", "plain")
                .imageOn("arm", "linux/arm/v7")
                .tag("arm", "arm");

        assertThat(variants.verdicts(onArm(Across.ANY)).deletions()).hasSize(2);
    }

    @Test
    void one_image_that_was_not_read_leaves_it_unknown() {
        TestRepository partial = app().imageOn("arm", "linux/arm64")
                .index("index", "arm", "gone")
                .missing("gone")
                .tag("v", "index");

        assertThat(partial.verdicts(onArm(Across.ALL)).deletions()).isEmpty();
        assertThat(partial.verdicts(onArm(Across.ANY)).deletions()).hasSize(2);
    }
}
