package io.github.registryclient.testkit.registry.manner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.testkit.manner.ReferrersManner;
import io.github.registryclient.testkit.registry.Answer;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleManifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the referrers API is missing, or half there. */
class ReferrersMannerTest {
    private final SampleImages images = SampleImages.seeded(5);
    private final SampleManifest image = images.image();
    private final SampleManifest bom = images.referrer(image, "application/spdx+json");
    private final SampleManifest scan = images.referrer(image, "application/sarif+json");

    private PlayedRegistry played(ReferrersManner manner) {
        return PlayedRegistry.with(manner).push("a", image, "1").push("a", bom).push("a", scan);
    }

    private Answer filtered(ReferrersManner manner) {
        return played(manner).get("/v2/a/referrers/" + image.digest() + "?artifactType=application/spdx%2Bjson");
    }

    @ParameterizedTest
    @CsvSource({
        "ABSENT,404,text/plain; charset=utf-8",
        "METHOD_UNKNOWN,404 METHOD_UNKNOWN,application/json",
        "BAD_REQUEST,400,text/plain; charset=utf-8",
        "DENIED,403 DENIED,application/json",
        "NOT_ALLOWED,405,text/plain; charset=utf-8",
        "NOT_ACCEPTABLE,406,text/plain; charset=utf-8",
        "SEE_OTHER,303,none",
        "PAGE,200,text/html; charset=utf-8",
        "CONTENT_TYPE_IS_JSON,200,application/json"
    })
    void it_may_be_missing_in_many_words(ReferrersManner manner, String refusal, String type) {
        Answer answer = played(manner).get("/v2/a/referrers/" + image.digest());

        assertThat(answer.refusal()).isEqualTo(refusal);
        assertThat(answer.header("Content-Type")).isEqualTo(type);
    }

    @Test
    void a_filter_may_be_overlooked() {
        Answer answer = filtered(ReferrersManner.UNFILTERED);

        assertThat(answer.header("OCI-Filters-Applied")).isEqualTo("none");
        assertThat(answer.body())
                .contains(bom.digest().toString(), scan.digest().toString());
    }

    @Test
    void a_filter_may_be_said_as_in_a_draft() {
        Answer answer = filtered(ReferrersManner.FILTER_IN_AN_ANNOTATION);

        assertThat(answer.header("OCI-Filters-Applied")).isEqualTo("none");
        assertThat(answer.body())
                .contains(bom.digest().toString())
                .doesNotContain(scan.digest().toString())
                .contains("\"annotations\":{\"org.opencontainers.referrers.filtersApplied\":\"artifactType\"}");
    }

    @Test
    void a_subject_or_repository_that_is_not_there_may_be_refused() {
        assertThat(played(ReferrersManner.MISSING_SUBJECT_IS_INVALID)
                        .get("/v2/a/referrers/" + PlayedRegistry.NOBODYS)
                        .refusal())
                .isEqualTo("400 MANIFEST_INVALID");
        assertThat(played(ReferrersManner.MISSING_REPOSITORY_IS_NAME_UNKNOWN)
                        .get("/v2/b/referrers/" + image.digest())
                        .refusal())
                .isEqualTo("404 NAME_UNKNOWN");
    }

    @Test
    void a_subject_may_be_overlooked_when_it_is_pushed() {
        PlayedRegistry registry = played(ReferrersManner.SUBJECT_IS_NOT_HANDLED);

        Answer answer = registry.put("a", bom.digest().toString(), bom);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("OCI-Subject")).isEqualTo("none");
    }
}
