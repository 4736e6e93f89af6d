package io.github.registryclient.testkit.registry.manner;

import io.github.registryclient.name.Digest;
import io.github.registryclient.testkit.http.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Says another digest of a manifest than the one that it was pushed with. */
final class ClaimedDigest {
    private static final String DIGEST = "Docker-Content-Digest";

    private ClaimedDigest() {}

    static Response sha512(Response response) throws IOException {
        return said(response, "sha512:" + String.format("%0128x", new BigInteger(1, sha512(bytes(response)))));
    }

    /** The digest of the digest: nobody's, and the same each time. */
    static Response ofOtherBytes(Response response) throws IOException {
        byte[] digest = Digest.sha256(bytes(response)).toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return said(response, Digest.sha256(digest).toString());
    }

    private static Response said(Response response, String digest) {
        return response.without(DIGEST).header(DIGEST, digest);
    }

    private static byte[] bytes(Response response) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        response.body().writeTo(bytes);
        return bytes.toByteArray();
    }

    private static byte[] sha512(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-512").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
