package io.github.registryclient.manifest;

import io.github.registryclient.error.MalformedDocumentException;
import io.github.registryclient.internal.Excerpt;
import io.github.registryclient.manifest.Manifest.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the bytes of a manifest. Fails rather than guesses: a wrong kind would hide children from a clean-up. */
final class ManifestCodec {
    private static final Set<String> SAYS_NOTHING =
            Set.of("", "text/plain", "application/json", "application/octet-stream", "binary/octet-stream");

    private ManifestCodec() {}

    static ManifestContent read(String servedType, byte[] bytes) {
        Fields document = new Fields(Json.readObject("the manifest", bytes), "manifest");
        String mediaType = mediaType(MediaTypes.essence(servedType), document);
        if (MediaTypes.isIndex(mediaType)) {
            return index(mediaType, document);
        }
        if (MediaTypes.isSchema1(mediaType)) {
            return schema1(mediaType, document);
        }
        return mediaType.equals(MediaTypes.OCI_ARTIFACT) ? artifact(mediaType, document) : image(mediaType, document);
    }

    static MalformedDocumentException malformed(String what) {
        return new MalformedDocumentException("the manifest: " + what, null);
    }

    private static String mediaType(String served, Fields document) {
        String inside = MediaTypes.essence(document.text("mediaType").orElse(""));
        String type = SAYS_NOTHING.contains(served) ? inside : served;
        String found = type.isEmpty() ? guess(document) : type;
        if (!MediaTypes.isManifest(found)) {
            throw malformed("media type \"" + Excerpt.of(found) + "\" is no manifest's");
        }
        boolean bothSchema1 = MediaTypes.isSchema1(inside) && MediaTypes.isSchema1(found);
        if (!inside.isEmpty() && !inside.equals(found) && !bothSchema1) {
            throw malformed("served as " + found + ", but says of itself to be " + Excerpt.of(inside));
        }
        return found;
    }

    private static String guess(Fields document) {
        if (document.has("manifests")) {
            return MediaTypes.OCI_INDEX;
        }
        if (document.has("config") || document.has("layers")) {
            return MediaTypes.OCI_MANIFEST;
        }
        if (document.has("fsLayers")) {
            return MediaTypes.DOCKER_SCHEMA1_SIGNED;
        }
        throw malformed("neither a media type nor \"manifests\", \"config\", \"layers\" or \"fsLayers\"");
    }

    private static ManifestContent index(String mediaType, Fields document) {
        refuse(document, "index", "config", "layers", "fsLayers");
        require(document, "index", "manifests");
        return common(Kind.INDEX, mediaType, document)
                .entries(DescriptorCodec.list(document, "manifests"))
                .build();
    }

    private static ManifestContent image(String mediaType, Fields document) {
        refuse(document, "image manifest", "manifests", "fsLayers");
        require(document, "image manifest", "config");
        return common(Kind.IMAGE, mediaType, document)
                .config(DescriptorCodec.optional(document, "config"))
                .layers(DescriptorCodec.list(document, "layers"))
                .build();
    }

    private static ManifestContent artifact(String mediaType, Fields document) {
        refuse(document, "artifact manifest", "manifests", "config", "layers", "fsLayers");
        return common(Kind.ARTIFACT, mediaType, document)
                .layers(DescriptorCodec.list(document, "blobs"))
                .build();
    }

    private static ManifestContent schema1(String mediaType, Fields document) {
        refuse(document, "schema 1 manifest", "manifests", "config", "layers");
        require(document, "schema 1 manifest", "fsLayers");
        List<Descriptor> layers = document.objects("fsLayers").stream()
                .map(layer -> Descriptor.builder()
                        .mediaType("")
                        .digest(DescriptorCodec.digest(layer, "blobSum"))
                        .size(-1)
                        .build())
                .collect(Collectors.toUnmodifiableList());
        return ManifestContent.builder()
                .kind(Kind.SCHEMA1)
                .mediaType(mediaType)
                .layers(layers)
                .build();
    }

    private static ManifestContent.Builder common(Kind kind, String mediaType, Fields document) {
        Optional<Descriptor> subject = DescriptorCodec.optional(document, "subject");
        ManifestContent.Builder builder = ManifestContent.builder();
        builder.kind(kind)
                .mediaType(mediaType)
                .subject(subject)
                .artifactType(document.text("artifactType"))
                .annotations(document.textMap("annotations"));
        return builder;
    }

    /** A document that is two kinds at once is read differently by different readers (CVE-2021-41190). */
    private static void refuse(Fields document, String kind, String... foreign) {
        for (String field : foreign) {
            if (document.has(field)) {
                throw malformed("an " + kind + " with \"" + field + "\" is ambiguous");
            }
        }
    }

    private static void require(Fields document, String kind, String field) {
        if (!document.has(field)) {
            throw malformed("no \"" + field + "\", so it is no " + kind);
        }
    }
}
