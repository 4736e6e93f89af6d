package io.github.registryclient.manifest;

import java.util.List;
import java.util.Locale;

/** Media types of manifests, and which type means what. Parameters and case do not count. */
public final class MediaTypes {
    /** An OCI image index. */
    public static final String OCI_INDEX = "application/vnd.oci.image.index.v1+json";
    /** A Docker manifest list. */
    public static final String DOCKER_LIST = "application/vnd.docker.distribution.manifest.list.v2+json";
    /** An OCI image manifest. */
    public static final String OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    /** A Docker image manifest, schema 2. */
    public static final String DOCKER_MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";
    /** The OCI artifact manifest, withdrawn before 1.1 but still stored here and there. */
    public static final String OCI_ARTIFACT = "application/vnd.oci.artifact.manifest.v1+json";
    /** A signed Docker manifest, schema 1. */
    public static final String DOCKER_SCHEMA1_SIGNED = "application/vnd.docker.distribution.manifest.v1+prettyjws";
    /** A Docker manifest, schema 1. */
    public static final String DOCKER_SCHEMA1 = "application/vnd.docker.distribution.manifest.v1+json";

    private static final List<String> ALL = List.of(
            OCI_INDEX, DOCKER_LIST, OCI_MANIFEST, DOCKER_MANIFEST, OCI_ARTIFACT, DOCKER_SCHEMA1_SIGNED, DOCKER_SCHEMA1);

    private MediaTypes() {}

    /**
     * All manifest types, index types first: what every request for a manifest has to accept, because registries answer
     * with another manifest (distribution 2.8: the amd64 child of a list) or with 404 if one is missing.
     *
     * @return the types, in order of preference
     */
    public static List<String> manifests() {
        return ALL;
    }

    /**
     * A type without its parameters, in lower case.
     *
     * @param mediaType such as {@code application/json; charset=utf-8}
     * @return such as {@code application/json}
     */
    public static String essence(String mediaType) {
        int semicolon = mediaType.indexOf(';');
        String essence = semicolon < 0 ? mediaType : mediaType.substring(0, semicolon);
        return essence.strip().toLowerCase(Locale.ROOT);
    }

    /**
     * Whether a descriptor of this type points to a manifest. All others are blobs, also in an index: BuildKit's cache
     * index lists layers.
     *
     * @param mediaType a media type
     * @return true for the types of {@link #manifests()}
     */
    public static boolean isManifest(String mediaType) {
        return ALL.contains(essence(mediaType));
    }

    /**
     * Whether a type is an index or a manifest list.
     *
     * @param mediaType a media type
     * @return true for {@link #OCI_INDEX} and {@link #DOCKER_LIST}
     */
    public static boolean isIndex(String mediaType) {
        String essence = essence(mediaType);
        return essence.equals(OCI_INDEX) || essence.equals(DOCKER_LIST);
    }

    /**
     * Whether a type is schema 1, whose digest is not the digest of its bytes when signed.
     *
     * @param mediaType a media type
     * @return true for the two schema 1 types
     */
    public static boolean isSchema1(String mediaType) {
        String essence = essence(mediaType);
        return essence.equals(DOCKER_SCHEMA1) || essence.equals(DOCKER_SCHEMA1_SIGNED);
    }
}
