package io.github.registryclient.testkit;

import java.util.Arrays;

/** A stored manifest. Immutable. */
public final class ManifestSnapshot {
    private final String mediaType;
    private final byte[] bytes;

    ManifestSnapshot(String mediaType, byte[] bytes) {
        this.mediaType = mediaType;
        this.bytes = bytes;
    }

    /**
     * The type it was pushed with.
     *
     * @return a media type without parameters
     */
    public String mediaType() {
        return mediaType;
    }

    /**
     * The bytes as they were pushed.
     *
     * @return a copy
     */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ManifestSnapshot
                && ((ManifestSnapshot) other).mediaType.equals(mediaType)
                && Arrays.equals(((ManifestSnapshot) other).bytes, bytes);
    }

    @Override
    public int hashCode() {
        return 31 * mediaType.hashCode() + Arrays.hashCode(bytes);
    }

    /**
     * Type and length, for people.
     *
     * @return one line
     */
    @Override
    public String toString() {
        return mediaType + " of " + bytes.length + " bytes";
    }
}
