package io.github.registryclient.http.listing;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.github.registryclient.http.listing.PlayedReferrers.APP;
import static io.github.registryclient.http.listing.PlayedReferrers.FALLBACK;
import static io.github.registryclient.http.listing.PlayedReferrers.REFERRERS;
import static io.github.registryclient.http.listing.PlayedReferrers.SBOM;
import static io.github.registryclient.http.listing.PlayedReferrers.SIGNATURE;
import static io.github.registryclient.http.listing.PlayedReferrers.SUBJECT;
import static io.github.registryclient.http.listing.PlayedReferrers.index;
import static io.github.registryclient.http.listing.PlayedReferrers.types;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.registryclient.RegistryClient;
import io.github.registryclient.error.InvalidResponseException;
import io.github.registryclient.error.NotFoundException;
import io.github.registryclient.error.NotPermittedException;
import io.github.registryclient.error.RegistryException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Referrers where the registry has no API for them, however it says so: the fallback tag is read. */
class ReferrersFallbackTest {
    @RegisterExtension
    static final PlayedRegistry registry = new PlayedRegistry();

    static Stream<Arguments> ways_to_have_no_api() {
        return Stream.of(
                Arguments.of("404 UNSUPPORTED", PlayedRegistry.refusal(404, "UNSUPPORTED")),
                Arguments.of("404 METHOD_UNKNOWN", PlayedRegistry.refusal(404, "METHOD_UNKNOWN")),
                Arguments.of("404 MANIFEST_UNKNOWN", PlayedRegistry.refusal(404, "MANIFEST_UNKNOWN")),
                Arguments.of("404 in plain text", plain(404, "404 page not found")),
                Arguments.of("404 without a body", aResponse().withStatus(404)),
                Arguments.of("400", PlayedRegistry.refusal(400, "UNSUPPORTED")),
                Arguments.of("405", PlayedRegistry.refusal(405, "UNSUPPORTED")),
                Arguments.of("406", plain(406, "not acceptable")),
                Arguments.of("403 UNSUPPORTED", PlayedRegistry.refusal(403, "UNSUPPORTED")),
                Arguments.of("200 of another type", PlayedRegistry.page("{\"referrers\":[]}")),
                Arguments.of("200 in plain text", plain(200, "ok")),
                Arguments.of("200 without type", aResponse().withBody("{}")),
                Arguments.of("200, a page for people", plain(200, "<html>").withHeader("Content-Type", "text/html")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ways_to_have_no_api")
    void without_api_the_fallback_tag_is_read(String name, ResponseDefinitionBuilder answer) {
        registry.answer(REFERRERS, answer);
        registry.answer(FALLBACK, index(SIGNATURE, SBOM));

        assertThat(types(client().listReferrers(APP, SUBJECT))).containsExactly(SIGNATURE, SBOM);
        assertThat(registry.asked()).containsExactly(REFERRERS, FALLBACK);
    }

    static Stream<Arguments> answers_that_tell_nothing() {
        return Stream.of(
                Arguments.of("403 of a firewall", plain(403, "forbidden")),
                Arguments.of("200 without a body", aResponse().withStatus(200)),
                Arguments.of("200 with errors", PlayedRegistry.page("{\"errors\":[{\"code\":\"UNKNOWN\"}]}")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers_that_tell_nothing")
    void an_answer_that_tells_nothing_is_not_taken_for_no_referrers(String name, ResponseDefinitionBuilder answer) {
        registry.answer(REFERRERS, answer);
        registry.refuse(FALLBACK, 404, "MANIFEST_UNKNOWN");

        assertThatExceptionOfType(RegistryException.class).isThrownBy(client().listReferrers(APP, SUBJECT)::toList);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/octet-stream", "text/plain; charset=utf-8"})
    void an_index_whose_type_was_lost_on_the_way_is_one(String type) {
        registry.answer(REFERRERS, index(SIGNATURE).withHeader("Content-Type", type));

        assertThat(types(client().listReferrers(APP, SUBJECT))).containsExactly(SIGNATURE);
    }

    @Test
    void a_redirect_to_a_page_for_people_is_no_api() {
        registry.answer(REFERRERS, aResponse().withStatus(303).withHeader("Location", "/login"));
        registry.answer("/login", plain(200, "<html>").withHeader("Content-Type", "text/html"));
        registry.answer(FALLBACK, index(SIGNATURE));

        assertThat(types(client().listReferrers(APP, SUBJECT))).containsExactly(SIGNATURE);
    }

    @Test
    void the_fallback_is_filtered_here() {
        registry.refuse(REFERRERS + "?artifactType=application%2Fx-sbom", 404, "UNSUPPORTED");
        registry.answer(FALLBACK, index(SIGNATURE, SBOM, SBOM));

        assertThat(types(client().listReferrers(APP, SUBJECT, SBOM))).containsExactly(SBOM, SBOM);
    }

    @Test
    void the_fallback_is_the_whole_listing_also_for_a_page_size_that_it_fills() {
        registry.refuse(REFERRERS + "?n=2", 404, "UNSUPPORTED");
        registry.answer(FALLBACK, index(SIGNATURE, SBOM));

        assertThat(client().listReferrers(APP, SUBJECT).withPageSize(2).toList())
                .hasSize(2);
        assertThat(registry.asked()).hasSize(2);
    }

    @Test
    void no_fallback_tag_means_no_referrers() {
        registry.refuse(REFERRERS, 404, "UNSUPPORTED");
        registry.refuse(FALLBACK, 404, "MANIFEST_UNKNOWN");

        assertThat(client().listReferrers(APP, SUBJECT).toList()).isEmpty();
    }

    @Test
    void an_unknown_repository_is_not_without_referrers() {
        registry.refuse(REFERRERS, 404, "NAME_UNKNOWN");
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(client().listReferrers(APP, SUBJECT)::toList);
        assertThat(registry.asked()).hasSize(1);

        registry.refuse(REFERRERS, 404, "UNSUPPORTED");
        registry.refuse(FALLBACK, 404, "NAME_UNKNOWN");
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(client().listReferrers(APP, SUBJECT)::toList);
    }

    @Test
    void a_404_that_is_not_the_registry_s_own_does_not_mean_no_referrers() {
        registry.answer(REFERRERS, plain(404, "404 page not found"));
        registry.answer(FALLBACK, plain(404, "404 page not found"));

        assertThatExceptionOfType(RegistryException.class).isThrownBy(client().listReferrers(APP, SUBJECT)::toList);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DENIED", "UNAUTHORIZED"})
    void an_account_that_may_not_see_referrers_is_not_told_that_there_are_none(String code) {
        registry.refuse(REFERRERS, 403, code);
        registry.refuse(FALLBACK, 404, "MANIFEST_UNKNOWN");

        assertThatExceptionOfType(NotPermittedException.class).isThrownBy(client().listReferrers(APP, SUBJECT)::toList);
    }

    @Test
    void an_image_under_the_fallback_tag_is_no_empty_index() {
        registry.refuse(REFERRERS, 404, "UNSUPPORTED");
        registry.answer(
                FALLBACK,
                aResponse()
                        .withHeader("Content-Type", "application/vnd.oci.image.manifest.v1+json")
                        .withBody(
                                "{\"schemaVersion\":2,\"config\":{\"mediaType\":\"application/vnd.oci.image.config.v1+json\","
                                        + "\"size\":2,\"digest\":\"" + SUBJECT + "\"},\"layers\":[]}"));

        assertThatExceptionOfType(InvalidResponseException.class)
                .isThrownBy(client().listReferrers(APP, SUBJECT)::toList)
                .withMessageContaining("no image index");
    }

    private RegistryClient client() {
        return registry.client(settings -> settings);
    }

    private static ResponseDefinitionBuilder plain(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "text/plain")
                .withBody(body);
    }
}
