package io.github.registryclient.cleanup.plan;

import static io.github.registryclient.cleanup.judge.TestRepository.digest;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.cleanup.graph.BlobFacts;
import io.github.registryclient.cleanup.graph.ManifestFacts;
import io.github.registryclient.cleanup.graph.RepositoryFacts;
import io.github.registryclient.cleanup.graph.RepositoryGraph;
import io.github.registryclient.cleanup.judge.TestRepository;
import io.github.registryclient.cleanup.policy.ManifestKind;
import io.github.registryclient.manifest.MediaTypes;
import io.github.registryclient.name.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** H12: what a registry would not take back. */
class UndoCheckTest {
    private static final String OLD = "2020-01-01T00:00:00Z";

    private static Map<Digest, String> obstacles(RepositoryFacts facts, String... names) {
        List<Digest> deletions = new ArrayList<>();
        for (String name : names) {
            deletions.add(digest(name));
        }
        return UndoCheck.obstacles(new RepositoryGraph(facts), deletions);
    }

    @Test
    void h12_images_and_whole_indexes_can_be_put_back() {
        TestRepository whole = TestRepository.app().image("amd", OLD).index("index", "amd");

        assertThat(obstacles(whole.facts(), "index", "amd")).isEmpty();
    }

    @Test
    void h12_a_partial_index_cannot_be_put_back_nor_can_an_index_above_it() {
        TestRepository partial = TestRepository.app()
                .image("amd", OLD)
                .index("index", "amd", "gone")
                .index("above", "index")
                .missing("gone");

        assertThat(obstacles(partial.facts(), "above", "index", "amd"))
                .containsOnlyKeys(digest("above"), digest("index"))
                .hasEntrySatisfying(
                        digest("index"), reason -> assertThat(reason).contains("child", "missing"));
    }

    @Test
    void h12_an_index_above_a_partial_one_that_stays_can_be_put_back() {
        TestRepository partial = TestRepository.app()
                .index("index", "gone")
                .index("above", "index")
                .missing("gone");

        assertThat(obstacles(partial.facts(), "above")).isEmpty();
    }

    @Test
    void h12_an_image_with_a_missing_blob_cannot_be_put_back() {
        RepositoryFacts facts = RepositoryFacts.builder()
                .from(TestRepository.app().image("amd", OLD).facts())
                .addMissingBlobs(digest("amd layer"))
                .build();

        assertThat(obstacles(facts, "amd").get(digest("amd"))).contains("blob", "missing");
    }

    @Test
    void h12_schema_1_and_foreign_layers_are_not_taken_back() {
        ManifestFacts schema1 = ManifestFacts.builder()
                .digest(digest("schema1"))
                .mediaType(MediaTypes.DOCKER_SCHEMA1_SIGNED)
                .kind(ManifestKind.IMAGE)
                .size(1)
                .build();
        ManifestFacts windows = ManifestFacts.builder()
                .digest(digest("windows"))
                .mediaType(MediaTypes.DOCKER_MANIFEST)
                .kind(ManifestKind.IMAGE)
                .size(1)
                .addBlobs(BlobFacts.builder()
                        .digest(digest("layer"))
                        .size(1)
                        .foreign(true)
                        .build())
                .build();
        RepositoryFacts facts = RepositoryFacts.builder()
                .from(TestRepository.app().facts())
                .putManifests(schema1.digest(), schema1)
                .putManifests(windows.digest(), windows)
                .build();

        assertThat(obstacles(facts, "schema1", "windows")).containsOnlyKeys(schema1.digest(), windows.digest());
    }
}
