package io.github.registryclient.name;

import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** Computes the digest of content that streams by. For one content and one thread at a time. */
public final class Hasher {
    private final DigestAlgorithm algorithm;
    private final MessageDigest hash;
    private @Nullable Digest finished;

    Hasher(DigestAlgorithm algorithm) {
        this.algorithm = algorithm;
        this.hash = algorithm.newHash();
    }

    /**
     * A hasher for the algorithm that registries use by default.
     *
     * @return a fresh one
     */
    public static Hasher sha256() {
        return new Hasher(DigestAlgorithm.SHA256);
    }

    /**
     * Takes in the next bytes.
     *
     * @param bytes holds them
     * @param offset where they begin
     * @param count how many
     * @throws IllegalStateException if it is finished
     */
    public void update(byte[] bytes, int offset, int count) {
        if (finished != null) {
            throw new IllegalStateException("this digest is finished: use a new hasher");
        }
        hash.update(bytes, offset, count);
    }

    /**
     * The digest of all that was taken in.
     *
     * @return the digest, the same when asked again
     */
    public Digest finish() {
        if (finished == null) {
            finished = algorithm.digestOf(hash.digest());
        }
        return finished;
    }
}
