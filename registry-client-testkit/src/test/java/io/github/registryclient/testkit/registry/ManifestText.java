package io.github.registryclient.testkit.registry;

/** Manifests written by hand. */
final class ManifestText {
    static final String IMAGE_TYPE = "application/vnd.oci.image.manifest.v1+json";
    static final String INDEX_TYPE = "application/vnd.oci.image.index.v1+json";

    private ManifestText() {}

    /** An image whose config and only layer is one blob; more fields as they stand, such as {@code ,"a":1}. */
    static String image(String blob, String more) {
        return "{\"schemaVersion\":2,\"mediaType\":\"" + IMAGE_TYPE + "\",\"config\":"
                + descriptor("application/vnd.oci.image.config.v1+json", blob, 5) + ",\"layers\":["
                + descriptor("application/vnd.oci.image.layer.v1.tar", blob, 5) + "]" + more + "}";
    }

    static String index(String child, String more) {
        return "{\"schemaVersion\":2,\"mediaType\":\"" + INDEX_TYPE + "\",\"manifests\":["
                + descriptor(IMAGE_TYPE, child, 7) + "]" + more + "}";
    }

    static String subject(String digest) {
        return ",\"subject\":" + descriptor(IMAGE_TYPE, digest, 7);
    }

    static String descriptor(String type, String digest, long size) {
        return "{\"mediaType\":\"" + type + "\",\"digest\":\"" + digest + "\",\"size\":" + size + "}";
    }
}
