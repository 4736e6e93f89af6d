package io.github.registryclient.tests.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.cleanup.Planner;
import io.github.registryclient.cleanup.plan.Plan;
import io.github.registryclient.cleanup.policy.Defect;
import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.cleanup.policy.Rule;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.manifest.MediaTypes;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.EmbeddedRegistry;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Layers that a registry need not have, as those of Windows images. */
class ForeignLayersTest {
    private static final RepositoryName APP = RepositoryName.of("app");
    private static final byte[] CONFIG = "{\"created\":\"2020-01-01T00:00:00Z\"}".getBytes(StandardCharsets.UTF_8);
    private static final Digest ABSENT = Digest.sha256("absent".getBytes(StandardCharsets.UTF_8));
    private static final Policy BROKEN = Policy.builder()
            .addRules(Rule.delete("missing blobs")
                    .addDefects(Defect.MISSING_BLOBS)
                    .build())
            .build();

    private static Manifest image(String layerType, String urls) {
        String json = "{\"schemaVersion\":2,\"mediaType\":\"" + MediaTypes.DOCKER_MANIFEST
                + "\",\"config\":{\"mediaType\":"
                + "\"application/vnd.docker.container.image.v1+json\",\"size\":" + CONFIG.length + ",\"digest\":\""
                + Digest.sha256(CONFIG) + "\"},\"layers\":[{\"mediaType\":\"" + layerType
                + "\",\"size\":1000,\"digest\":\""
                + ABSENT + "\"" + urls + "}]}";
        return Manifest.parse(MediaTypes.DOCKER_MANIFEST, json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void h5_a_foreign_layer_that_is_absent_is_not_missing_and_frees_nothing() {
        Manifest windows = image(
                "application/vnd.docker.image.rootfs.foreign.diff.tar.gzip",
                ",\"urls\":[\"https://example.com/layer\"]");
        Manifest broken = image("application/vnd.docker.image.rootfs.diff.tar.gzip", "");
        try (EmbeddedRegistry registry =
                        EmbeddedRegistry.builder().acceptMissingContent().start();
                HttpRegistryClient client =
                        HttpRegistryClient.connect(registry.uri().toString())) {
            client.uploadBlob(APP, CONFIG);
            client.putManifest(APP, Tag.of("windows"), windows);
            client.putManifest(APP, Tag.of("broken"), broken);

            Plan plan = Planner.of(client, BROKEN).build().plan();

            assertThat(plan.repository(APP).orElseThrow().deletions()).containsExactly(broken.digest());
            assertThat(plan.space().freed()).isEqualTo(broken.size());
        }
    }
}
