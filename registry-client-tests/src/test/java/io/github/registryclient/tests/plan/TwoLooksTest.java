package io.github.registryclient.tests.plan;

import static io.github.registryclient.testkit.traffic.RequestPattern.any;
import static io.github.registryclient.testkit.traffic.ScriptedAnswer.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.cleanup.plan.Plan;
import io.github.registryclient.cleanup.policy.Defect;
import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.cleanup.policy.Rule;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import io.github.registryclient.testkit.traffic.ScriptedAnswer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** H4: what is missing at one look and there at the next is not missing, and nothing of its repository goes. */
class TwoLooksTest extends PlanScene {
    /** A HEAD, and the GET that confirms what it says. */
    private static final int ONE_LOOK = 2;

    private static ScriptedAnswer unknown(String code) {
        return status(404)
                .header("Content-Type", "application/json")
                .body("{\"errors\":[{\"code\":\"" + code + "\",\"message\":\"gone\"}]}");
    }

    private static Policy broken(Defect defect) {
        return policy(Rule.delete("broken").addDefects(defect).allowEmpty(true), delete("pull requests", "pr-*"));
    }

    private void staysWhole(Plan plan) {
        assertThat(deletions(plan)).isEmpty();
        assertThat(plan.repository(APP).orElseThrow().tagDeletions()).isEmpty();
        assertThat(plan.toTable()).contains("at the first look");
    }

    @Test
    void h4_a_tag_that_dangles_once() {
        push(SampleRepository.named("app").tag("v", old()).tag("w", old()).tag("pr-1", old()));
        registry.script().on(any("/v2/app/manifests/v")).times(ONE_LOOK).answer(unknown("MANIFEST_UNKNOWN"));

        staysWhole(plan(broken(Defect.DANGLING_TAG)));
    }

    @Test
    void h4_a_child_that_is_missing_once() {
        SampleManifest index = images.index(List.of(old(), old()));
        push(SampleRepository.named("app").tag("v", index).tag("w", old()).tag("pr-1", old()));
        registry.script()
                .on(any("/v2/app/manifests/" + index.children().get(0).digest()))
                .times(1)
                .answer(unknown("MANIFEST_UNKNOWN"));

        staysWhole(plan(broken(Defect.PARTIAL_INDEX)));
    }

    @Test
    void h4_a_layer_that_is_missing_once() {
        SampleManifest image = old();
        push(SampleRepository.named("app").tag("v", image).tag("w", old()).tag("pr-1", old()));
        registry.script()
                .on(any("/v2/app/blobs/" + image.layers().get(0).digest()))
                .times(ONE_LOOK)
                .answer(unknown("BLOB_UNKNOWN"));

        staysWhole(plan(broken(Defect.MISSING_BLOBS)));
    }

    @Test
    void h4_an_ingress_that_does_not_know_a_layer_is_no_registry_that_lacks_it() {
        SampleManifest image = old();
        push(SampleRepository.named("app").tag("v", image).tag("w", old()).tag("pr-1", old()));
        registry.script()
                .on(any("/v2/app/blobs/" + image.layers().get(0).digest()))
                .always()
                .answer(status(404).header("Content-Type", "text/plain").body("default backend - 404"));

        Plan plan = plan(broken(Defect.MISSING_BLOBS));

        assertThat(deletions(plan)).isEmpty();
        assertThat(plan.toTable()).contains("kept whole");
    }
}
