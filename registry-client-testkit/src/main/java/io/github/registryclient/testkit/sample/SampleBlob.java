package io.github.registryclient.testkit.sample;

import io.github.registryclient.name.Digest;
import java.nio.charset.StandardCharsets;

/** Some bytes that a manifest points to: a configuration, a layer, a signature. Immutable. */
public final class SampleBlob {
    private final String mediaType;
    private final byte[] bytes;
    private final Digest digest;

    SampleBlob(String mediaType, byte[] bytes) {
        this.mediaType = mediaType;
        this.bytes = bytes.clone();
        this.digest = Hash.sha256(bytes);
    }

    static SampleBlob ofText(String mediaType, String text) {
        return new SampleBlob(mediaType, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The type that descriptors give it.
     *
     * @return a media type
     */
    public String mediaType() {
        return mediaType;
    }

    /**
     * The bytes.
     *
     * @return a copy
     */
    public byte[] bytes() {
        return bytes.clone();
    }

    /**
     * The number of bytes.
     *
     * @return 0 or more
     */
    public long size() {
        return bytes.length;
    }

    /**
     * The sha256 of the bytes, computed here.
     *
     * @return the digest
     */
    public Digest digest() {
        return digest;
    }

    /** The JSON descriptor; more fields as they stand. */
    String descriptor(String... more) {
        return JsonText.object(
                JsonText.text("mediaType", mediaType),
                JsonText.text("digest", digest.toString()),
                JsonText.field("size", Long.toString(size())),
                String.join(",", more));
    }

    @Override
    public String toString() {
        return mediaType + " " + digest + " (" + bytes.length + " bytes)";
    }
}
