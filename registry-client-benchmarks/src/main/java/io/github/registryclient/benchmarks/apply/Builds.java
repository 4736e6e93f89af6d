package io.github.registryclient.benchmarks.apply;

import io.github.registryclient.benchmarks.report.Timed;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.manifest.MediaTypes;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A repository of builds, an image a tag, that share one configuration and one layer. */
final class Builds {
    private static final int AT_ONCE = 8;

    private final RepositoryName repository;
    private final int count;

    Builds(RepositoryName repository, int count) {
        this.repository = repository;
        this.count = count;
    }

    RepositoryName repository() {
        return repository;
    }

    int count() {
        return count;
    }

    static Tag tag(int number) {
        return Tag.of("build-" + number);
    }

    Builds push(URI registry) {
        try (HttpRegistryClient client = HttpRegistryClient.connect(registry.toString())) {
            byte[] config = "{\"architecture\":\"amd64\",\"os\":\"linux\",\"created\":\"2018-06-04T19:25:05Z\"}"
                    .getBytes(StandardCharsets.UTF_8);
            byte[] layer = "a layer that all of them share".getBytes(StandardCharsets.UTF_8);
            Digest configDigest = client.uploadBlob(repository, config);
            Digest layerDigest = client.uploadBlob(repository, layer);
            AtomicInteger next = new AtomicInteger();
            Timed.perSecond(AT_ONCE, count, () -> {
                for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                    byte[] bytes = manifest(i, configDigest, config.length, layerDigest, layer.length);
                    client.putManifest(repository, tag(i), Manifest.parse(MediaTypes.OCI_MANIFEST, bytes));
                }
            });
        }
        return this;
    }

    private byte[] manifest(int number, Digest config, int configSize, Digest layer, int layerSize) {
        return ("{\"schemaVersion\":2,\"mediaType\":\"" + MediaTypes.OCI_MANIFEST + "\",\"config\":{\"mediaType\":"
                        + "\"application/vnd.oci.image.config.v1+json\",\"digest\":\"" + config + "\",\"size\":"
                        + configSize
                        + "},\"layers\":[{\"mediaType\":\"application/vnd.oci.image.layer.v1.tar+gzip\",\"digest\":\""
                        + layer
                        + "\",\"size\":" + layerSize + "}],\"annotations\":{\"build\":\"" + repository + " " + number
                        + "\"}}")
                .getBytes(StandardCharsets.UTF_8);
    }
}
