package io.github.registryclient.cleanup.read;

import io.github.registryclient.cleanup.graph.BlobFacts;
import io.github.registryclient.cleanup.graph.ChildFacts;
import io.github.registryclient.cleanup.graph.ManifestFacts;
import io.github.registryclient.manifest.Descriptor;
import io.github.registryclient.manifest.ImageConfig;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Digest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Takes from documents what a plan needs, and no more: a registry has many of them. Thread-safe. */
final class FactsOf {
    private static final String CREATED = "org.opencontainers.image.created";

    private final Wanted wanted;
    private final Map<Digest, Digest> known = new ConcurrentHashMap<>();

    FactsOf(Wanted wanted) {
        this.wanted = wanted;
    }

    ManifestFacts of(Manifest manifest, Optional<ImageConfig> config) {
        ManifestFacts.Builder facts = ManifestFacts.builder()
                .digest(one(manifest.digest()))
                .mediaType(manifest.mediaType().intern())
                .kind(Kinds.of(manifest))
                .size(manifest.size())
                .config(manifest.config().map(Descriptor::digest).map(this::one))
                .subject(manifest.subject().map(Descriptor::digest).map(this::one))
                .createdAnnotation(Optional.ofNullable(manifest.annotations().get(CREATED)))
                .createdByConfig(config.flatMap(ImageConfig::createdText))
                .platform(config.map(ImageConfig::platform).flatMap(ChildFacts::name))
                .annotations(only(wanted.annotations(), manifest.annotations()))
                .labels(config.map(read -> only(wanted.labels(), read.labels())).orElse(Map.of()));
        manifest.children().stream().map(ChildFacts::of).forEach(facts::addChildren);
        manifest.blobs()
                .forEach(blob -> facts.addBlobs(BlobFacts.builder()
                        .digest(one(blob.digest()))
                        .size(blob.size())
                        .foreign(blob.isForeign())
                        .build()));
        return facts.build();
    }

    /** Equal digests are one object. */
    private Digest one(Digest digest) {
        Digest before = known.putIfAbsent(digest, digest);
        return before == null ? digest : before;
    }

    private static Map<String, String> only(Set<String> names, Map<String, String> all) {
        return names.isEmpty()
                ? Map.of()
                : all.entrySet().stream()
                        .filter(entry -> names.contains(entry.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
