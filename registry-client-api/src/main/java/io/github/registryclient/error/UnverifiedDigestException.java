package io.github.registryclient.error;

import org.jspecify.annotations.Nullable;

/**
 * A digest could not be confirmed to be a manifest of the repository, so no DELETE was sent.
 *
 * <p>Distribution 2.8 answers 202 to a DELETE of a configuration's or layer's digest and breaks the image; hence the look
 * before.
 */
public final class UnverifiedDigestException extends InvalidResponseException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates one.
     *
     * @param method the method of the request that should have confirmed the digest
     * @param uri where it went, without secrets
     * @param what what came instead of the confirmation
     * @param cause the failure below, or null
     */
    public UnverifiedDigestException(String method, String uri, String what, @Nullable Throwable cause) {
        super(method, uri, what + ". No DELETE was sent", cause);
    }
}
