package io.github.registryclient.testkit.registry;

import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Reference;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.registry.store.Store;
import java.io.IOException;

/** Deletes a manifest with all its tags, or one tag: end-9. */
final class ManifestDeletion implements Endpoint {
    private final Store store;

    ManifestDeletion(Store store) {
        this.store = store;
    }

    @Override
    public Response handle(Request request, Route route) throws IOException {
        RepositoryName name = route.repository();
        Reference reference = route.reference();
        boolean deleted = reference instanceof Digest
                ? store.deleteManifest(name, (Digest) reference)
                : store.deleteTag(name, (Tag) reference);
        if (!deleted) {
            throw ManifestPull.unknown(route.last());
        }
        return Response.of(202);
    }
}
