package io.github.registryclient.cleanup.judge;

import static io.github.registryclient.cleanup.judge.TestRepository.app;
import static io.github.registryclient.cleanup.judge.TestRepository.digest;
import static io.github.registryclient.cleanup.judge.TestRepository.going;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.cleanup.policy.NameFilter;
import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.cleanup.policy.Rule;
import io.github.registryclient.name.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in use stays, with what it needs and what stands above it. */
class InUseTest {
    private static final String OLD = "2020-01-01T00:00:00Z";
    private static final Policy ALL = Policy.builder()
            .addRules(Rule.delete("all")
                    .tags(NameFilter.builder().include("**").build())
                    .build())
            .build();

    private static TestRepository repository() {
        return app().image("amd", OLD)
                .image("arm", OLD)
                .index("index", "amd", "arm")
                .referrer("sbom", "index")
                .tag("v7", "index")
                .tagged("other", OLD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"here:5000/app:v7", "localhost:30500/app:v7", "app:v7"})
    void a_tag_protects_whatever_host_it_is_named_under(String reference) {
        Verdicts verdicts = repository().inUse(reference).verdicts(ALL);

        assertThat(going(verdicts, "index", "amd", "arm", "sbom", "other")).containsExactly("other");
        assertThat(verdicts.tags().get(Tag.of("v7")).because())
                .contains("in use")
                .contains(reference);
    }

    @Test
    void a_childs_digest_protects_the_index_and_the_tag_above_it() {
        Verdicts verdicts =
                repository().inUse("mirror:5000/else/where@" + digest("arm")).verdicts(ALL);

        assertThat(going(verdicts, "index", "amd", "arm", "sbom", "other")).containsExactly("other");
        assertThat(verdicts.tags().get(Tag.of("v7")).verdict()).isEqualTo(Verdict.KEEP);
    }

    @Test
    void a_configurations_digest_protects_its_image() {
        Verdicts verdicts = repository().inUse("app@" + digest("other config")).verdicts(ALL);

        assertThat(going(verdicts, "index", "amd", "arm", "sbom", "other"))
                .containsExactly("index", "amd", "arm", "sbom");
    }

    @Test
    void a_referrer_in_use_protects_what_it_hangs_on() {
        Verdicts verdicts = repository().inUse("app@" + digest("sbom")).verdicts(ALL);

        assertThat(going(verdicts, "index", "sbom")).isEmpty();
    }

    @Test
    void a_reference_without_tag_and_digest_means_latest() {
        Verdicts verdicts = app().tagged("latest", OLD)
                .tagged("v7", OLD)
                .inUse("here:5000/app")
                .verdicts(Policy.builder().from(ALL).defaultProtections(false).build());

        assertThat(going(verdicts, "latest", "v7")).containsExactly("v7");
    }
}
