package io.github.registryclient.tests.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.SyntheticContent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The client, on an embedded registry with a million tags and a hundred thousand repositories, none of which it holds. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SyntheticListingTest {
    private static final int TAGS = 1_000_000;
    private static final int REPOSITORIES = 100_000;

    private final EmbeddedRegistry registry = EmbeddedRegistry.builder()
            .synthetic(SyntheticContent.seeded(3).tags("big/app", TAGS, 1000).repositories("many", REPOSITORIES))
            .start();
    private final HttpRegistryClient client =
            HttpRegistryClient.connect(registry.uri().toString());

    @AfterAll
    void stop() {
        client.close();
        registry.close();
    }

    @Test
    void all_tags_are_listed_in_pages() {
        int number = 0;
        for (Tag tag : client.listTags("big/app").withPageSize(1000)) {
            assertThat(tag).isEqualTo(SyntheticContent.tag(number++));
        }
        assertThat(number).isEqualTo(TAGS);
    }

    @Test
    void all_repositories_are_listed() {
        assertThat(client.listRepositories().toList())
                .hasSize(REPOSITORIES + 1)
                .startsWith(RepositoryName.of("big/app"), SyntheticContent.repository("many", 0))
                .endsWith(SyntheticContent.repository("many", REPOSITORIES - 1))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void a_deleted_digest_takes_its_thousandth_part_of_the_tags() {
        try (EmbeddedRegistry other = EmbeddedRegistry.builder()
                        .synthetic(SyntheticContent.seeded(4).tags("big/app", 10_000, 1000))
                        .start();
                HttpRegistryClient there =
                        HttpRegistryClient.connect(other.uri().toString())) {
            RepositoryName name = RepositoryName.of("big/app");
            Digest digest = there.getManifestDigest(name, SyntheticContent.tag(7));

            there.deleteManifest(name, digest);

            assertThat(there.listTags(name).toList())
                    .hasSize(10_000 - 10)
                    .contains(SyntheticContent.tag(6), SyntheticContent.tag(9008))
                    .doesNotContain(SyntheticContent.tag(7), SyntheticContent.tag(9007));
        }
    }
}
