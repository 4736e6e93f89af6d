package io.github.registryclient.examples.snippets;

import io.github.registryclient.DeleteResult;
import io.github.registryclient.RegistryClient;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;

/** List, resolve, delete: the shortest whole program. */
public final class QuickStart {
    private QuickStart() {}

    /**
     * Runs on a registry that has {@code admin/hello:1.0.0-201806041925053}.
     *
     * @param args the registry's URL
     */
    public static void main(String[] args) {
        String url = args[0];
        // region quick-start
        try (RegistryClient registry = HttpRegistryClient.connect(url)) { // such as "http://localhost:5000"
            for (RepositoryName repository : registry.listRepositories()) {
                System.out.println(repository);
            }
            for (Tag tag : registry.listTags("admin/hello")) {
                System.out.println(tag);
            }
            Digest digest = registry.getManifestDigest("admin/hello", "1.0.0-201806041925053");
            DeleteResult result = registry.deleteManifest("admin/hello", digest); // and every tag of that digest
            System.out.println(digest + ": " + result);
        }
        // endregion
    }
}
