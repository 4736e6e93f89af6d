package io.github.registryclient.tests.manners;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.testkit.manner.Manners;
import io.github.registryclient.testkit.process.RegistryOptions;
import io.github.registryclient.testkit.process.RegistryProgram;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is switched off is refused as the real distribution refuses it, and nothing is lost by asking. */
class SwitchedOffAsDistributionTest {
    private static final SampleManifest IMAGE = SampleImages.seeded(40).image();
    private static final SampleRepository REPOSITORY =
            SampleRepository.named("team/app").tag("1", IMAGE).tag("2", IMAGE).build();

    @ParameterizedTest
    @ValueSource(strings = {RegistryProgram.DISTRIBUTION_2, RegistryProgram.DISTRIBUTION_3})
    void a_read_only_registry_refuses_alike_and_is_written_to_again_afterwards(String program) {
        try (RealAndEmbedded both = start(program)) {
            both.set(RegistryOptions.defaults().withReadOnly(true), embedded -> embedded.setReadOnly(true));
            assertAlike(both, writing("read-only"));

            both.set(RegistryOptions.defaults(), embedded -> embedded.setReadOnly(false));
            assertAlike(both, writing("writable"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {RegistryProgram.DISTRIBUTION_2, RegistryProgram.DISTRIBUTION_3})
    void a_registry_without_deletion_refuses_alike_and_deletes_afterwards(String program) {
        try (RealAndEmbedded both = start(program)) {
            both.set(RegistryOptions.defaults().withDeletion(false), embedded -> embedded.setDeletion(false));
            assertAlike(both, writing("without deletion"));

            both.set(RegistryOptions.defaults(), embedded -> embedded.setDeletion(true));
            assertAlike(both, writing("with deletion"));
        }
    }

    private static RealAndEmbedded start(String program) {
        RealAndEmbedded both = RealAndEmbedded.start(
                program,
                program.equals(RegistryProgram.DISTRIBUTION_2) ? Manners.distribution28() : Manners.distribution312());
        both.push(List.of(REPOSITORY));
        return both;
    }

    private static Scenario writing(String name) {
        String layer = IMAGE.layers().get(0).digest().toString();
        return Scenario.of(name)
                .then("DELETE /v2/team/app/manifests/" + ContentScenarios.NOBODYS)
                .then("DELETE /v2/nosuch/manifests/" + ContentScenarios.NOBODYS)
                .then("DELETE /v2/team/app/manifests/3", "DELETE /v2/nosuch/manifests/1")
                .then("DELETE /v2/team/app/blobs/" + ContentScenarios.NOBODYS)
                .then("POST /v2/team/app/blobs/uploads/")
                .then("POST /v2/team/other/blobs/uploads/?mount=" + layer + "&from=team/app")
                .put("team/app", "1", IMAGE)
                .then("DELETE /v2/team/app/manifests/2", "DELETE /v2/team/app/manifests/" + IMAGE.digest())
                .then("GET /v2/team/app/tags/list", "GET /v2/team/app/referrers/" + IMAGE.digest())
                .read("/v2/team/app/manifests/1")
                .then("DELETE /v2/team/app/blobs/" + layer, "HEAD /v2/team/app/blobs/" + layer);
    }

    /** Switches are not manners: they do not write JSON's media type as one release does. */
    private static void assertAlike(RealAndEmbedded both, Scenario scenario) {
        String real = scenario.play(both.real()).replace("application/json; charset=utf-8", "application/json");
        String embedded = scenario.play(both.embedded()).replace("application/json; charset=utf-8", "application/json");

        assertThat(embedded).isEqualTo(real);
    }
}
