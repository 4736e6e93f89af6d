package io.github.registryclient.tests.plan;

import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.sample.SampleBlob;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Pushes samples one request after the other, which is all that an embedded registry needs and costs no threads. */
final class SampleFill {
    private final Wire wire;

    SampleFill(Wire wire) {
        this.wire = wire;
    }

    void push(SampleRepository repository) {
        String name = repository.name().toString();
        for (SampleBlob blob : repository.blobs()) {
            wire.raw(name, blob.digest().toString());
        }
        Set<SampleManifest> all = new LinkedHashSet<>();
        repository.deleted().forEach(one -> collect(one, all));
        repository.tagged().values().forEach(one -> collect(one, all));
        repository.untagged().forEach(one -> collect(one, all));
        for (SampleManifest manifest : all) {
            put(name, manifest.digest().toString(), manifest);
        }
        for (Map.Entry<Tag, SampleManifest> one : repository.tagged().entrySet()) {
            put(name, one.getKey().toString(), one.getValue());
        }
        repository.deleted().forEach(one -> wire.delete(name, one.digest().toString()));
    }

    /** Children before their parents. */
    private static void collect(SampleManifest manifest, Set<SampleManifest> all) {
        manifest.children().forEach(child -> collect(child, all));
        all.add(manifest);
    }

    private void put(String repository, String reference, SampleManifest manifest) {
        wire.manifest(
                repository, reference, manifest.mediaType(), new String(manifest.bytes(), StandardCharsets.UTF_8));
    }
}
