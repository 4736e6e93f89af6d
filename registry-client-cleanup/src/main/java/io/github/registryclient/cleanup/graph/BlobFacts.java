package io.github.registryclient.cleanup.graph;

import io.github.registryclient.internal.ValueStyle;
import io.github.registryclient.name.Digest;
import org.immutables.value.Value;

/** A blob as a manifest names it. Immutable. */
@Value.Immutable
@ValueStyle
public abstract class BlobFacts {
    BlobFacts() {}

    /**
     * The blob's digest.
     *
     * @return the digest
     */
    public abstract Digest digest();

    /**
     * The size that the manifest claims, in bytes.
     *
     * @return 0 or more; -1 where it says none (schema 1)
     */
    public abstract long size();

    /**
     * Whether the registry need not have it: a foreign layer, as Windows images have.
     *
     * @return true if it may be absent
     */
    @Value.Default
    public boolean foreign() {
        return false;
    }

    /**
     * Starts a blob.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link BlobFacts}. */
    public static final class Builder extends ImmutableBlobFacts.Builder {
        Builder() {}
    }
}
