package io.github.registryclient.http.internal.endpoint;

import io.github.registryclient.manifest.MediaTypes;

/**
 * The Accept header of every request for a manifest: all types, indexes first. With one missing, distribution answers 404 or
 * gives the amd64 child of a list, and deleting that would break the list.
 */
final class ManifestAccept {
    static final String VALUE = String.join(", ", MediaTypes.manifests()) + ", */*";

    private ManifestAccept() {}
}
