package io.github.registryclient.http.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Documents written by hand from the specifications, and digests computed without the library. */
public final class Samples {
    public static final String OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    public static final String OCI_INDEX = "application/vnd.oci.image.index.v1+json";
    public static final String CONFIG =
            "{\"architecture\":\"amd64\",\"os\":\"linux\",\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[]}}";
    public static final String MANIFEST = "{\"schemaVersion\":2,\"mediaType\":\"" + OCI_MANIFEST + "\",\"config\":"
            + "{\"mediaType\":\"application/vnd.oci.image.config.v1+json\",\"digest\":\"" + sha256(CONFIG)
            + "\",\"size\":" + CONFIG.length() + "},\"layers\":[]}";
    public static final String OTHER_MANIFEST = MANIFEST.replace("\"layers\":[]", "\"layers\": []");
    public static final String SCHEMA1_TYPE = "application/vnd.docker.distribution.manifest.v1+prettyjws";
    public static final String SCHEMA1 = "{\"schemaVersion\":1,\"name\":\"team/app\",\"tag\":\"1.0\","
            + "\"fsLayers\":[{\"blobSum\":\"" + sha256("layer") + "\"}],\"history\":[{\"v1Compatibility\":\"{}\"}],"
            + "\"signatures\":[]}";

    private Samples() {}

    /** The sha256 digest of a text in UTF-8. */
    public static String sha256(String text) {
        return "sha256:" + hash("SHA-256", text.getBytes(UTF_8), 64);
    }

    /** The sha512 digest of a text in UTF-8. */
    public static String sha512(String text) {
        return "sha512:" + hash("SHA-512", text.getBytes(UTF_8), 128);
    }

    /** An error body as the specification has it. */
    public static String error(String code, String message) {
        return "{\"errors\":[{\"code\":\"" + code + "\",\"message\":\"" + message + "\",\"detail\":null}]}";
    }

    private static String hash(String algorithm, byte[] bytes, int digits) {
        try {
            byte[] hash = MessageDigest.getInstance(algorithm).digest(bytes);
            return String.format("%0" + digits + "x", new BigInteger(1, hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
