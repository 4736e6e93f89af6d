package io.github.registryclient.tests.manners;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.manner.Manners;
import io.github.registryclient.testkit.process.RegistryOptions;
import io.github.registryclient.testkit.process.RegistryProgram;
import io.github.registryclient.testkit.sample.ImageSpec;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The manners of distribution 2.8 that remembers blobs, beside the real one, when what it remembers was collected while it
 * served.
 */
class PlaysTheCacheOfDistribution28Test {
    private static final RegistryOptions CACHE = RegistryOptions.defaults().withBlobDescriptorCache(true);
    private static final int LAYER = 1000;

    private final SampleManifest image =
            SampleImages.seeded(41).image(ImageSpec.defaults().withLayers(1, LAYER));
    private final String layer = image.layers().get(0).digest().toString();
    private RealAndEmbedded both;

    @BeforeEach
    void collect_what_was_deleted() {
        both = RealAndEmbedded.start(RegistryProgram.DISTRIBUTION_2, CACHE, Manners.distribution28WithCache());
        both.push(List.of(SampleRepository.named("a").tag("1", image).build()));
        both.send(Exchange.of("DELETE /v2/a/manifests/" + image.digest()), 202);
        both.collectGarbage();
    }

    @AfterEach
    void stop() {
        if (both != null) {
            both.close();
        }
    }

    @Test
    void both_claim_to_have_the_layer_and_cannot_show_it() {
        assertAlike(
                Scenario.of("before a restart").then("HEAD /v2/a/blobs/" + layer, "GET /v2/a/blobs/" + layer),
                "200",
                "the connection ended");
    }

    @Test
    void both_mount_the_layer_and_take_the_manifest_that_needs_it() {
        assertAlike(
                Scenario.of("before a restart")
                        .then("POST /v2/b/blobs/uploads/?from=a&mount=" + layer)
                        .then("HEAD /v2/b/blobs/" + layer)
                        .put("a", "1", image),
                "201",
                "200",
                "201");
    }

    @Test
    void both_tell_the_truth_after_a_restart() {
        both.set(CACHE, EmbeddedRegistry::restart);

        assertAlike(
                Scenario.of("after a restart")
                        .then("HEAD /v2/a/blobs/" + layer, "GET /v2/a/blobs/" + layer)
                        .put("a", "1", image)
                        .then("POST /v2/b/blobs/uploads/?from=a&mount=" + layer),
                "404",
                "404",
                "400",
                "202");
    }

    /** The statuses were seen on 2.8.2 by hand. */
    private void assertAlike(Scenario scenario, String... statuses) {
        String real = scenario.play(both.real());

        assertThat(real.lines().filter(line -> line.startsWith("    ")))
                .as(real)
                .zipSatisfy(
                        List.of(statuses), (line, status) -> assertThat(line).startsWith("    " + status));
        assertThat(scenario.play(both.embedded())).isEqualTo(real);
    }
}
