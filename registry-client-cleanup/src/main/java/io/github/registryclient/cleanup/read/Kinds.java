package io.github.registryclient.cleanup.read;

import io.github.registryclient.cleanup.policy.ManifestKind;
import io.github.registryclient.manifest.Descriptor;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.manifest.MediaTypes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a manifest is, by the types in it.
 *
 * <p>Sources: OCI image spec 1.1, "Guidelines for Artifact Usage"; BuildKit, "Image attestation storage" and its cache exporter;
 * cosign and Notary Project, signature formats.
 */
final class Kinds {
    private static final String BUILDKIT_CACHE = "application/vnd.buildkit.cacheconfig.v0";
    private static final List<String> IMAGE_CONFIGS =
            List.of("application/vnd.oci.image.config.v1+json", "application/vnd.docker.container.image.v1+json");

    /** Parts of type names. The first that fits counts. */
    private static final List<Mark> MARKS = List.of(
            new Mark("simplesigning", ManifestKind.SIGNATURE),
            new Mark("cosign.artifact.sig", ManifestKind.SIGNATURE),
            new Mark("cncf.notary.signature", ManifestKind.SIGNATURE),
            new Mark("dev.sigstore.bundle", ManifestKind.SIGNATURE),
            new Mark("spdx", ManifestKind.SBOM),
            new Mark("cyclonedx", ManifestKind.SBOM),
            new Mark("syft", ManifestKind.SBOM),
            new Mark("in-toto", ManifestKind.ATTESTATION),
            new Mark("dsse.envelope", ManifestKind.ATTESTATION));

    private Kinds() {}

    static ManifestKind of(Manifest manifest) {
        if (isCache(manifest)) {
            return ManifestKind.BUILD_CACHE;
        }
        if (manifest.kind() == Manifest.Kind.INDEX) {
            return ManifestKind.INDEX;
        }
        if (manifest.kind() == Manifest.Kind.SCHEMA1) {
            return ManifestKind.IMAGE;
        }
        return marked(manifest).orElseGet(() -> isImage(manifest) ? ManifestKind.IMAGE : ManifestKind.ARTIFACT);
    }

    /** A cache is an index that lists layers beside its configuration, or an image manifest with that configuration. */
    private static boolean isCache(Manifest manifest) {
        return Stream.concat(manifest.config().stream(), manifest.entries().stream())
                .anyMatch(entry -> MediaTypes.essence(entry.mediaType()).equals(BUILDKIT_CACHE));
    }

    private static boolean isImage(Manifest manifest) {
        return manifest.artifactType().isEmpty()
                && manifest.config()
                        .map(Descriptor::mediaType)
                        .map(MediaTypes::essence)
                        .filter(IMAGE_CONFIGS::contains)
                        .isPresent();
    }

    /** Whether the configuration is one of an image, with a date and labels. */
    static boolean hasImageConfig(Manifest manifest) {
        return manifest.config()
                .map(config -> MediaTypes.essence(config.mediaType()))
                .filter(IMAGE_CONFIGS::contains)
                .isPresent();
    }

    private static Optional<ManifestKind> marked(Manifest manifest) {
        List<String> types = Stream.of(
                        manifest.artifactType().stream(),
                        manifest.config().stream().map(Descriptor::mediaType),
                        manifest.layers().stream().map(Descriptor::mediaType))
                .flatMap(names -> names)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toList());
        return MARKS.stream()
                .filter(mark -> types.stream().anyMatch(type -> type.contains(mark.part)))
                .map(mark -> mark.kind)
                .findFirst();
    }

    /** A part of a type's name, and the kind that it means. */
    private static final class Mark {
        private final String part;
        private final ManifestKind kind;

        Mark(String part, ManifestKind kind) {
            this.part = part;
            this.kind = kind;
        }
    }
}
