package io.github.registryclient.testkit.registry;

import static io.github.registryclient.testkit.registry.TestClient.ABSENT;
import static io.github.registryclient.testkit.registry.TestClient.HELLO;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** "Listing Referrers". */
class ReferrersTest {
    private static final String PATH = "/v2/a/referrers/" + ABSENT;
    private static final String EMPTY =
            "{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.index.v1+json\",\"manifests\":[]}";

    private final TestClient client = TestClient.ofEmptyRegistry();

    @Test
    void a_digest_without_referrers_has_an_empty_index_even_in_an_unknown_repository() {
        Answer answer = client.get(PATH);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo(ManifestText.INDEX_TYPE);
        assertThat(answer.body()).isEqualTo(EMPTY);
    }

    @Test
    void a_malformed_digest_is_refused() {
        assertThat(client.get("/v2/a/referrers/sha256:12").status()).isEqualTo(400);
        assertThat(client.get("/v2/a/referrers/latest").status()).isEqualTo(400);
    }

    @Test
    void a_referrer_is_described_with_its_artifact_type_and_annotations() {
        String digest =
                push(client, ",\"artifactType\":\"application/vnd.example.sbom\",\"annotations\":{\"a\":\"b\"}");

        assertThat(client.get(PATH).body())
                .isEqualTo(withManifests("{\"mediaType\":\"" + ManifestText.IMAGE_TYPE + "\",\"digest\":\"" + digest
                        + "\",\"size\":" + sizeOf(digest)
                        + ",\"artifactType\":\"application/vnd.example.sbom\",\"annotations\":{\"a\":\"b\"}}"));
    }

    @Test
    void an_image_without_artifact_type_has_that_of_its_config() {
        push(client, ",\"artifactType\":\"\"");

        assertThat(client.get(PATH).body()).contains("\"artifactType\":\"application/vnd.oci.image.config.v1+json\"");
    }

    @Test
    void an_index_without_artifact_type_has_none() {
        String index = "{\"manifests\":[]" + ManifestText.subject(ABSENT) + "}";
        client.put("/v2/a/manifests/" + Sha.sha256(index), index, "Content-Type", ManifestText.INDEX_TYPE)
                .requireStatus(201);

        assertThat(client.get(PATH).body())
                .isEqualTo(withManifests(
                        ManifestText.descriptor(ManifestText.INDEX_TYPE, Sha.sha256(index), index.length())));
    }

    @Test
    void a_filter_is_applied_and_said() {
        String wanted = push(client, ",\"artifactType\":\"application/vnd.a+json\"");
        push(client, ",\"artifactType\":\"application/vnd.b+json\"");

        for (String type : List.of("application/vnd.a+json", "application%2Fvnd.a%2Bjson")) {
            Answer answer = client.get(PATH + "?artifactType=" + type);

            assertThat(answer.header("OCI-Filters-Applied")).isEqualTo("artifactType");
            assertThat(answer.body()).containsOnlyOnce("\"digest\"").contains(wanted);
        }
        assertThat(client.get(PATH).header("OCI-Filters-Applied")).isEqualTo("none");
        assertThat(client.get(PATH + "?artifactType=other").body()).isEqualTo(EMPTY);
    }

    @Test
    void a_deleted_referrer_is_not_listed_and_a_deleted_subject_keeps_its_referrers() {
        client.pushHello("a");
        String image = ManifestText.image(HELLO, "");
        client.pushImage("a", "x", image).requireStatus(201);
        String referrer = ManifestText.image(HELLO, ManifestText.subject(Sha.sha256(image)));
        client.pushImage("a", "y", referrer).requireStatus(201);
        String path = "/v2/a/referrers/" + Sha.sha256(image);

        client.delete("/v2/a/manifests/" + Sha.sha256(image)).requireStatus(202);
        assertThat(client.get(path).body()).contains(Sha.sha256(referrer));

        client.delete("/v2/a/manifests/" + Sha.sha256(referrer)).requireStatus(202);
        assertThat(client.get(path).body()).isEqualTo(EMPTY);
    }

    @Test
    void what_does_not_fit_on_a_page_is_linked() {
        TestClient paging = TestClient.of(Settings.defaults().withReferrersPerPage(2));
        List<String> digests = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            digests.add(push(paging, ",\"artifactType\":\"a+b c\",\"n\":" + i));
        }
        Collections.sort(digests);

        Answer first = paging.get(PATH + "?artifactType=a%2Bb%20c");
        assertThat(first.body()).contains(digests.subList(0, 2)).doesNotContain(digests.subList(2, 5));
        assertThat(first.header("Link"))
                .isEqualTo("<" + PATH + "?artifactType=a%2Bb%20c&last="
                        + digests.get(1).replace(":", "%3A") + ">; rel=\"next\"");
        Answer second = paging.get(next(first));
        assertThat(second.body()).contains(digests.subList(2, 4));
        Answer third = paging.get(next(second));
        assertThat(third.body()).contains(digests.get(4)).doesNotContain(digests.subList(0, 4));
        assertThat(third.header("Link")).isEqualTo("none");
        assertThat(third.header("OCI-Filters-Applied")).isEqualTo("artifactType");
    }

    @Test
    void a_page_is_no_longer_than_a_manifest_may_be() {
        TestClient paging = TestClient.of(Settings.defaults().withManifestLimit(1000));
        for (int i = 0; i < 3; i++) {
            push(paging, ",\"annotations\":{\"a\":\"" + "x".repeat(150) + i + "\"}");
        }

        Answer two = paging.get(PATH);
        Answer one = paging.get(next(two));

        assertThat(two.length()).isBetween(one.length() + 1, 1000L);
        assertThat(2 * two.length() - one.length()).as("with a third").isGreaterThan(1000);
        assertThat(one.header("Link")).isEqualTo("none");
    }

    private static String push(TestClient client, String fields) {
        client.pushHello("a");
        String referrer = ManifestText.image(HELLO, ManifestText.subject(ABSENT) + fields);
        client.pushImage("a", Sha.sha256(referrer), referrer).requireStatus(201);
        return Sha.sha256(referrer);
    }

    private long sizeOf(String digest) {
        return client.head("/v2/a/manifests/" + digest).length();
    }

    private static String withManifests(String descriptors) {
        return EMPTY.replace("[]", "[" + descriptors + "]");
    }

    private static String next(Answer answer) {
        return answer.header("Link").replaceAll("[<>]|; rel=\"next\"", "");
    }
}
