package io.github.registryclient.testkit.registry;

import static io.github.registryclient.testkit.registry.TestClient.ABSENT;
import static io.github.registryclient.testkit.registry.TestClient.HELLO;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.manifest.MediaTypes;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.testkit.registry.synthetic.SyntheticRegistry;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Ten tags of three images in one repository, and four repositories with a tag each. */
class SyntheticContentTest {
    private static final String BIG = "/v2/big/app/";

    private final TestClient client = client(1);

    private static TestClient client(long seed) {
        SyntheticRegistry synthetic = SyntheticRegistry.seeded(seed)
                .tags(RepositoryName.of("big/app"), 10, 3)
                .repositories("many/r", 4)
                .build();
        return TestClient.of(Settings.defaults(), synthetic);
    }

    private Answer tag(int number) {
        return client.get(BIG + "manifests/t000000" + number);
    }

    private String digest(int number) {
        return tag(number).requireStatus(200).header("Docker-Content-Digest");
    }

    @Test
    void tag_and_digest_and_head_and_get_agree() {
        for (int number = 0; number < 10; number++) {
            Answer byTag = tag(number).requireStatus(200);
            String digest = Digest.sha256(bytes(byTag)).toString();

            assertThat(byTag.header("Docker-Content-Digest")).isEqualTo(digest);
            assertThat(byTag.header("Content-Type")).isEqualTo(MediaTypes.OCI_MANIFEST);
            assertThat(client.get(BIG + "manifests/" + digest).body()).isEqualTo(byTag.body());
            Answer head = client.head(BIG + "manifests/t000000" + number);
            assertThat(head.header("Docker-Content-Digest")).isEqualTo(digest);
            assertThat(head.length()).isEqualTo(bytes(byTag).length);
        }
    }

    @Test
    void a_digest_that_was_never_handed_out_is_found_as_well() {
        String digest = digest(2);

        TestClient fresh = client(1);

        assertThat(fresh.get(BIG + "manifests/" + digest).status()).isEqualTo(200);
        assertThat(fresh.get(BIG + "manifests/" + ABSENT).status()).isEqualTo(404);
        assertThat(fresh.get("/v2/many/r0000000/manifests/" + digest).status()).isEqualTo(404);
    }

    @Test
    void an_image_pulls_completely() {
        Manifest image = Manifest.parse(MediaTypes.OCI_MANIFEST, bytes(tag(7)), Digest.of(digest(7)));

        assertThat(image.blobs()).hasSize(2).allSatisfy(blob -> {
            Answer answer = client(1).get(BIG + "blobs/" + blob.digest()).requireStatus(200);
            assertThat(answer.length()).isEqualTo(blob.size());
        });
        assertThat(image.config().orElseThrow().digest())
                .isEqualTo(Digest.sha256(bytes(
                        client.get(BIG + "blobs/" + image.config().orElseThrow().digest()))));
        assertThat(client.get(BIG + "blobs/" + ABSENT).status()).isEqualTo(404);
    }

    @Test
    void tags_share_as_many_digests_as_were_asked_for() {
        Set<String> digests = new HashSet<>();
        for (int number = 0; number < 10; number++) {
            digests.add(digest(number));
        }

        assertThat(digests).hasSize(3);
        assertThat(digest(9)).isEqualTo(digest(0)).isEqualTo(digest(3));
    }

    @Test
    void seed_and_repository_decide_the_bytes() {
        assertThat(client(1).get(BIG + "manifests/t0000001").body())
                .isEqualTo(tag(1).body())
                .isNotEqualTo(client(2).get(BIG + "manifests/t0000001").body())
                .isNotEqualTo(tag(0).body());
        assertThat(client.get("/v2/many/r0000000/manifests/t0000000").body())
                .isNotEqualTo(client.get("/v2/many/r0000001/manifests/t0000000").body())
                .isNotEqualTo(tag(0).body());
    }

    @Test
    void deleting_a_digest_deletes_all_its_tags_and_no_other() {
        String digest = digest(1);

        assertThat(client.delete(BIG + "manifests/" + digest).status()).isEqualTo(202);

        assertThat(client.get(BIG + "tags/list").body()).isEqualTo(tags("023568 9".replace(" ", "")));
        assertThat(tag(4).status()).isEqualTo(404);
        assertThat(client.get(BIG + "manifests/" + digest).status()).isEqualTo(404);
        assertThat(client.delete(BIG + "manifests/" + digest).status()).isEqualTo(404);
        assertThat(tag(5).status()).isEqualTo(200);
    }

    @Test
    void deleting_a_tag_deletes_nothing_else() {
        String digest = digest(1);

        assertThat(client.delete(BIG + "manifests/t0000001").status()).isEqualTo(202);

        assertThat(tag(1).status()).isEqualTo(404);
        assertThat(client.delete(BIG + "manifests/t0000001").status()).isEqualTo(404);
        assertThat(digest(4)).isEqualTo(digest);
        assertThat(client.get(BIG + "tags/list?n=2").body()).isEqualTo(tags("02"));
    }

    @Test
    void pages_hold_pushed_and_synthetic_tags_in_order() {
        client.pushHello("big/app");
        for (String tag : new String[] {"a", "t0000001.1", "t0000008", "z"}) {
            client.pushImage("big/app", tag, ManifestText.image(HELLO, "")).requireStatus(201);
        }

        Answer all = client.get(BIG + "tags/list");
        StringBuilder paged = new StringBuilder();
        String next = BIG + "tags/list?n=3";
        while (!next.isEmpty()) {
            Answer page = client.get(next);
            String body = page.body();
            paged.append(paged.length() == 0 ? "" : ",").append(body, body.indexOf('[') + 1, body.indexOf(']'));
            String link = page.header("Link");
            next = link.equals("none") ? "" : link.substring(1, link.indexOf('>'));
        }

        assertThat(all.body())
                .isEqualTo(
                        "{\"name\":\"big/app\",\"tags\":[\"a\",\"t0000000\",\"t0000001\",\"t0000001.1\",\"t0000002\","
                                + "\"t0000003\",\"t0000004\",\"t0000005\",\"t0000006\",\"t0000007\",\"t0000008\",\"t0000009\","
                                + "\"z\"]}");
        assertThat(all.body()).contains("[" + paged + "]");
        assertThat(all.length()).isEqualTo(all.body().length());
    }

    @Test
    void a_tag_that_was_pushed_is_no_longer_synthetic() {
        String before = digest(1);
        client.pushHello("big/app");
        Answer push = client.pushImage("big/app", "t0000001", ManifestText.image(HELLO, ""));
        assertThat(digest(1)).isEqualTo(push.header("Docker-Content-Digest")).isNotEqualTo(before);

        client.delete(BIG + "manifests/t0000001").requireStatus(202);

        assertThat(tag(1).status()).isEqualTo(404);
        assertThat(digest(4)).isEqualTo(before);
    }

    @Test
    void a_deleted_image_comes_back_when_its_manifest_is_pushed_again() {
        Answer before = tag(1);
        String digest = digest(1);
        client.delete(BIG + "manifests/" + digest).requireStatus(202);

        Answer push = client.pushImage("big/app", "t0000001", before.body()).requireStatus(201);

        assertThat(push.header("Docker-Content-Digest")).isEqualTo(digest);
        assertThat(tag(1).body()).isEqualTo(before.body());
        assertThat(tag(4).status()).isEqualTo(404);
        client.delete(BIG + "manifests/" + digest).requireStatus(202);
        assertThat(tag(1).status()).isEqualTo(404);
    }

    @Test
    void what_is_pushed_may_need_what_is_synthetic() {
        String index = "{\"manifests\":[{\"mediaType\":\"" + MediaTypes.OCI_MANIFEST + "\",\"digest\":\"" + digest(2)
                + "\"}]}";

        client.put(BIG + "manifests/index", index, "Content-Type", MediaTypes.OCI_INDEX)
                .requireStatus(201);
        assertThat(client.put(
                                BIG + "manifests/none",
                                index.replace(digest(2), ABSENT),
                                "Content-Type",
                                MediaTypes.OCI_INDEX)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void nothing_refers_to_a_synthetic_image_until_it_is_pushed() {
        String referrers = BIG + "referrers/" + digest(1);
        assertThat(client.get(referrers).body()).contains("\"manifests\":[]");

        client.pushHello("big/app");
        String subject = ",\"subject\":{\"digest\":\"" + digest(1) + "\"}";
        Answer push = client.pushImage("big/app", "x", ManifestText.image(HELLO, subject));

        assertThat(client.get(referrers).body()).contains(push.header("Docker-Content-Digest"));
    }

    @Test
    void a_synthetic_blob_is_mounted_elsewhere_and_deleted_here() {
        Manifest image = Manifest.parse(MediaTypes.OCI_MANIFEST, bytes(tag(0)), Digest.of(digest(0)));
        Digest config = image.config().orElseThrow().digest();
        String mount = "/v2/other/blobs/uploads/?mount=" + config + "&from=big/app";

        client.post(mount, "").requireStatus(201);
        client.delete(BIG + "blobs/" + config).requireStatus(202);

        assertThat(client.get(BIG + "blobs/" + config).status()).isEqualTo(404);
        assertThat(client.delete(BIG + "blobs/" + config).status()).isEqualTo(404);
        Answer mounted = client.get("/v2/other/blobs/" + config).requireStatus(200);
        assertThat(Digest.sha256(bytes(mounted))).isEqualTo(config);
    }

    @Test
    void numbered_repositories_are_listed_among_all_others_and_have_a_tag_each() {
        client.pushHello("many/r0000001.1");
        client.pushHello("many/r0000002");

        assertThat(client.get("/v2/_catalog").body())
                .isEqualTo("{\"repositories\":[\"big/app\",\"many/r0000000\",\"many/r0000001\",\"many/r0000001.1\","
                        + "\"many/r0000002\",\"many/r0000003\"]}");
        assertThat(client.get("/v2/_catalog?n=2&last=many/r0000001").header("Link"))
                .isEqualTo("</v2/_catalog?n=2&last=many%2Fr0000002>; rel=\"next\"");
        assertThat(client.get("/v2/many/r0000003/tags/list").body()).contains("[\"t0000000\"]");
        assertThat(client.get("/v2/many/r0000002/tags/list").body()).contains("[\"t0000000\"]");
        assertThat(client.get("/v2/many/r0000004/tags/list").status()).isEqualTo(404);
    }

    @Test
    void what_was_deleted_from_a_numbered_repository_stays_deleted() {
        client.delete("/v2/many/r0000003/manifests/t0000000").requireStatus(202);

        assertThat(client.get("/v2/many/r0000003/tags/list").body()).contains("\"tags\":[]");
        client.pushHello("many/r0000003");
        assertThat(client.get("/v2/many/r0000003/tags/list").body()).contains("\"tags\":[]");
        assertThat(client.get("/v2/_catalog?last=many/r0000002").body()).contains("[\"many/r0000003\"]");
        assertThat(client.delete("/v2/many/r0000002/manifests/" + ABSENT).status())
                .isEqualTo(404);
    }

    private static byte[] bytes(Answer answer) {
        return answer.body().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String tags(String numbers) {
        return "{\"name\":\"big/app\",\"tags\":[\"t000000" + String.join("\",\"t000000", numbers.split("")) + "\"]}";
    }
}
