package io.github.registryclient.cleanup.untag;

import java.util.Optional;

/** Whether throw-aways can be deleted in a repository, and fast enough. */
final class Proof {
    private final Optional<String> refusal;
    private final int blobsLeft;
    private final int manifestsLeft;

    Proof(Optional<String> refusal, int blobsLeft, int manifestsLeft) {
        this.refusal = refusal;
        this.blobsLeft = blobsLeft;
        this.manifestsLeft = manifestsLeft;
    }

    Optional<String> refusal() {
        return refusal;
    }

    int blobsLeft() {
        return blobsLeft;
    }

    int manifestsLeft() {
        return manifestsLeft;
    }
}
