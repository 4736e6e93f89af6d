package io.github.registryclient.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A listing is shown by shells and debuggers: it says what it is, and asks nobody. */
class ListingDescriptionTest {
    private static final String LAZY = " (lazy: iterate, stream(), pages() or toList())";

    /** Nothing listens on port 1: whatever is asked fails. */
    private final RegistryClient registry = HttpRegistryClient.connect("http://127.0.0.1:1");

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void repositories_are_described_by_their_registry() {
        assertThat(registry.listRepositories()).hasToString("repositories at http://127.0.0.1:1" + LAZY);
    }

    @Test
    void tags_are_described_by_repository_and_registry_whatever_the_page_size() {
        assertThat(registry.listTags("admin/hello")).hasToString("tags of admin/hello at http://127.0.0.1:1" + LAZY);
        assertThat(registry.listTags("admin/hello").withPageSize(10))
                .hasToString("tags of admin/hello at http://127.0.0.1:1" + LAZY);
    }

    @Test
    void referrers_are_described_by_subject_and_type() {
        Digest subject = Digest.of("sha256:" + "ab".repeat(32));
        RepositoryName repository = RepositoryName.of("admin/hello");
        assertThat(registry.listReferrers(repository, subject))
                .hasToString("referrers of admin/hello@sha256:abababababab at http://127.0.0.1:1" + LAZY);
        assertThat(registry.listReferrers(repository, subject, "application/spdx+json"))
                .hasToString("referrers of type application/spdx+json of admin/hello@sha256:abababababab"
                        + " at http://127.0.0.1:1" + LAZY);
    }
}
