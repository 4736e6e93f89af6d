package io.github.registryclient.cleanup.restore;

import io.github.registryclient.name.Digest;

/** What is not there any more and cannot be had again, and what that means. */
final class Gone {
    private final Digest digest;
    private final String reason;

    Gone(Digest digest, String reason) {
        this.digest = digest;
        this.reason = reason;
    }

    Digest digest() {
        return digest;
    }

    String reason() {
        return reason;
    }
}
