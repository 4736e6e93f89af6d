package io.github.registryclient.testkit.registry.manner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.testkit.manner.ManifestManner;
import io.github.registryclient.testkit.registry.Answer;
import io.github.registryclient.testkit.sample.ImageSpec;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleManifest;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Distribution's use of Accept, from v2.8.3 and v3.1.1 registry/handlers/manifests.go. */
class NegotiationTest {
    private static final String OCI_IMAGE = "application/vnd.oci.image.manifest.v1+json";
    private static final String OCI_INDEX = "application/vnd.oci.image.index.v1+json";
    private static final String LIST = "application/vnd.docker.distribution.manifest.list.v2+json";
    private static final String SCHEMA2 = "application/vnd.docker.distribution.manifest.v2+json";

    private final SampleImages images = SampleImages.seeded(2);
    private final SampleManifest image = images.image();
    private final SampleManifest index = images.twoPlatformIndex();
    private final SampleManifest list = images.twoPlatformDockerList();

    private PlayedRegistry distribution2() {
        return filled(PlayedRegistry.with(
                ManifestManner.OCI_IMAGE_MUST_BE_ACCEPTED,
                ManifestManner.OCI_INDEX_MUST_BE_ACCEPTED,
                ManifestManner.LIST_BECOMES_ITS_AMD64_CHILD));
    }

    private PlayedRegistry distribution3() {
        return filled(PlayedRegistry.with(
                ManifestManner.OCI_IMAGE_MUST_BE_ACCEPTED,
                ManifestManner.LIST_BECOMES_ITS_AMD64_CHILD,
                ManifestManner.AMD64_CHILD_MUST_BE_ACCEPTED,
                ManifestManner.ACCEPT_IN_ANY_CASE));
    }

    private PlayedRegistry filled(PlayedRegistry registry) {
        return registry.push("a", image, "image").push("a", index, "index").push("a", list, "list");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*/*", SCHEMA2, "application/*", OCI_INDEX, "application/json"})
    void an_oci_image_is_hidden_from_who_does_not_name_its_type(String accept) {
        Answer answer = distribution2().get("/v2/a/manifests/image", "Accept", accept);

        assertThat(answer.refusal()).isEqualTo("404 MANIFEST_UNKNOWN");
        assertThat(answer.body()).contains("OCI manifest found, but accept header does not support OCI manifests");
    }

    @Test
    void an_oci_index_is_hidden_from_who_does_not_name_its_type() {
        Answer answer = distribution2().get("/v2/a/manifests/" + index.digest(), "Accept", OCI_IMAGE);

        assertThat(answer.refusal()).isEqualTo("404 MANIFEST_UNKNOWN");
        assertThat(answer.body()).contains("OCI index found, but accept header does not support OCI indexes");
    }

    @Test
    void distribution_3_serves_an_oci_index_whatever_is_accepted() {
        assertThat(distribution3()
                        .get("/v2/a/manifests/index", "Accept", OCI_IMAGE)
                        .body())
                .isEqualTo(index.json());
    }

    @ParameterizedTest
    @ValueSource(strings = {OCI_IMAGE, SCHEMA2 + ", " + OCI_IMAGE + ";q=0.5", "*/* ," + OCI_IMAGE})
    void its_type_is_found_among_others_whatever_its_weight(String accept) {
        assertThat(distribution2()
                        .get("/v2/a/manifests/image", "Accept", accept)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void its_type_is_found_in_any_of_several_headers() {
        assertThat(distribution2()
                        .head("/v2/a/manifests/image", "Accept", LIST, "Accept", OCI_IMAGE)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void capitals_hide_it_from_2_8_and_not_from_3() {
        String capitals = OCI_IMAGE.toUpperCase(Locale.ROOT);

        assertThat(distribution2()
                        .get("/v2/a/manifests/image", "Accept", capitals)
                        .status())
                .isEqualTo(404);
        assertThat(distribution3()
                        .get("/v2/a/manifests/image", "Accept", capitals)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void what_is_known_is_unchanged_though_its_type_is_not_accepted() {
        assertThat(distribution2()
                        .get("/v2/a/manifests/image", "If-None-Match", "\"" + image.digest() + "\"")
                        .status())
                .isEqualTo(304);
    }

    @Test
    void a_list_by_tag_becomes_its_amd64_child_with_the_childs_digest() {
        SampleManifest child = list.children().get(0);
        for (PlayedRegistry registry : List.of(distribution2(), distribution3())) {
            Answer answer = registry.get("/v2/a/manifests/list", "Accept", SCHEMA2 + ", " + OCI_INDEX);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.digest()).isEqualTo(child.digest().toString());
            assertThat(answer.header("ETag")).isEqualTo("\"" + child.digest() + "\"");
            assertThat(answer.header("Content-Type")).isEqualTo(SCHEMA2);
            assertThat(answer.body()).isEqualTo(child.json());
        }
    }

    @Test
    void a_list_by_digest_or_accepted_stays_a_list() {
        PlayedRegistry registry = distribution2();

        assertThat(registry.get("/v2/a/manifests/" + list.digest(), "Accept", SCHEMA2)
                        .body())
                .isEqualTo(list.json());
        assertThat(registry.get("/v2/a/manifests/list", "Accept", LIST).body()).isEqualTo(list.json());
        assertThat(registry.get("/v2/a/manifests/list", "If-None-Match", "\"" + list.digest() + "\"")
                        .status())
                .isEqualTo(304);
    }

    @Test
    void a_child_whose_type_is_not_accepted_either_is_refused_by_3() {
        assertThat(distribution3()
                        .get("/v2/a/manifests/list", "Accept", OCI_IMAGE)
                        .refusal())
                .isEqualTo("400 MANIFEST_INVALID");
        assertThat(distribution3().get("/v2/a/manifests/list", "Accept", LIST).status())
                .isEqualTo(200);
    }

    @Test
    void a_list_without_a_child_for_linux_amd64_is_unknown() {
        SampleManifest arm = images.dockerImage(ImageSpec.defaults().onPlatform("linux", "arm64"));
        PlayedRegistry registry = distribution2().push("a", arm);
        String json = "{\"schemaVersion\":2,\"mediaType\":\"" + LIST + "\",\"manifests\":[{\"mediaType\":\"" + SCHEMA2
                + "\",\"digest\":\"" + arm.digest() + "\",\"size\":" + arm.size()
                + ",\"platform\":{\"architecture\":\"arm64\",\"os\":\"linux\"}}]}";
        registry.send(
                        "PUT",
                        "/v2/a/manifests/arm",
                        json.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        "Content-Type",
                        LIST)
                .requireStatus(201);

        assertThat(registry.get("/v2/a/manifests/arm", "Accept", SCHEMA2).refusal())
                .isEqualTo("404 MANIFEST_UNKNOWN");
    }
}
