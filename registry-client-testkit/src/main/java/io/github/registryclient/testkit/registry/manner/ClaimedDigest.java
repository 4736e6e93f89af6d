package io.github.registryclient.testkit.registry.manner;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.registryclient.name.Digest;
import io.github.registryclient.testkit.http.Response;
import java.io.IOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Says another digest of a manifest than the one that it was pushed with. */
final class ClaimedDigest {
    private static final String DIGEST = "Docker-Content-Digest";

    private ClaimedDigest() {}

    static Response sha512(Response response) throws IOException {
        return said(
                response,
                "sha512:"
                        + String.format(
                                "%0128x",
                                new BigInteger(1, sha512(response.body().bytes()))));
    }

    /** The digest of the digest: nobody's, and the same each time. */
    static Response ofOtherBytes(Response response) throws IOException {
        byte[] digest = Digest.sha256(response.body().bytes()).toString().getBytes(UTF_8);
        return said(response, Digest.sha256(digest).toString());
    }

    private static Response said(Response response, String digest) {
        return response.without(DIGEST).header(DIGEST, digest);
    }

    private static byte[] sha512(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-512").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
