package io.github.registryclient.testkit.registry.store;

import io.github.registryclient.manifest.MediaTypes;
import io.github.registryclient.name.Digest;
import io.github.registryclient.testkit.registry.synthetic.SyntheticImage;

/** A manifest as a repository has it. Immutable. */
public final class StoredManifest {
    private final Digest digest;
    private final String mediaType;
    private final long size;
    private final ManifestDocument document;

    /** A manifest that was read from bytes of that digest and number. */
    public StoredManifest(Digest digest, String mediaType, long size, ManifestDocument document) {
        this.digest = digest;
        this.mediaType = mediaType;
        this.size = size;
        this.document = document;
    }

    static StoredManifest of(SyntheticImage image) {
        try {
            return new StoredManifest(
                    image.digest(),
                    MediaTypes.OCI_MANIFEST,
                    image.manifest().length,
                    ManifestDocument.read(image.manifest()));
        } catch (MalformedManifestException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The digest it was pushed with. */
    public Digest digest() {
        return digest;
    }

    /** The type it was pushed with. */
    public String mediaType() {
        return mediaType;
    }

    /** The number of its bytes. */
    public long size() {
        return size;
    }

    /** What it says. */
    public ManifestDocument document() {
        return document;
    }
}
