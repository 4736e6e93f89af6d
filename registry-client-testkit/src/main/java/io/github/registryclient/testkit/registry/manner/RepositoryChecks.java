package io.github.registryclient.testkit.registry.manner;

import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.testkit.registry.Route;
import io.github.registryclient.testkit.registry.store.Store;
import java.util.Optional;

/** What a request's repository has. */
final class RepositoryChecks {
    private RepositoryChecks() {}

    /** Whether it was ever pushed to. */
    static boolean isThere(Store store, RepositoryName name) {
        return store.tags(name, "", 1).isPresent();
    }

    /** Whether the request names a blob and no manifest. */
    static boolean hasBlob(Store store, Route route) {
        Optional<Digest> digest = Digest.parse(route.last());
        RepositoryName name = route.repository();
        return digest.isPresent()
                && store.blobs(name).contains(digest.get())
                && store.manifest(name, digest.get()).isEmpty();
    }
}
