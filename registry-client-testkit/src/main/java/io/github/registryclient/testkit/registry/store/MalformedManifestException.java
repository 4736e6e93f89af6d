package io.github.registryclient.testkit.registry.store;

/** Bytes that no registry takes for a manifest. */
public final class MalformedManifestException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedManifestException(String what) {
        super(what);
    }
}
