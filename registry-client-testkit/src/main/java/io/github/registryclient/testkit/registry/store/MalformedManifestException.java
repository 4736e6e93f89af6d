package io.github.registryclient.testkit.registry.store;

/** Bytes that no registry takes for a manifest. */
public final class MalformedManifestException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    MalformedManifestException(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** Why. */
    public String reason() {
        return reason;
    }
}
