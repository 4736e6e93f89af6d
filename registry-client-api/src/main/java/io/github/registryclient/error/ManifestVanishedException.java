package io.github.registryclient.error;

import org.jspecify.annotations.Nullable;

/**
 * The registry deleted the manifest together with a tag that should go alone; any other tag of that manifest is gone too.
 *
 * <p>ECR does so with a manifest's last tag. The tag is gone as asked for; the content is not restored.
 */
public final class ManifestVanishedException extends InvalidResponseException {
    private static final long serialVersionUID = 1L;

    /** The manifest's digest. */
    private final String digest;

    /**
     * Creates one.
     *
     * @param method the method of the request that deleted the tag
     * @param uri where it went, without secrets
     * @param digest the digest of the manifest that is gone
     * @param cause the failure below, or null
     */
    public ManifestVanishedException(String method, String uri, String digest, @Nullable Throwable cause) {
        super(
                method,
                uri,
                "the registry deleted the manifest " + digest
                        + " together with the tag, so any other tag of it is gone too"
                        + " (ECR does so with a manifest's last tag). It can be put back while its blobs are there",
                cause);
        this.digest = digest;
    }

    /**
     * What is gone beside the tag.
     *
     * @return the manifest's digest
     */
    public String digest() {
        return digest;
    }
}
