package io.github.registryclient.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.registryclient.DeleteResult;
import io.github.registryclient.error.ManifestVanishedException;
import io.github.registryclient.error.TagDeletionUnsupportedException;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Deleting tags: the tag alone, or an exception and nothing. */
interface TagDeletionContract extends ContractPart {
    @Test
    default void a_tag_goes_alone_or_the_registry_is_said_to_be_unable() {
        SampleManifest shared = registry().images("untag-shared").image();
        SampleRepository repository = registry()
                .fill("untag-shared", content -> content.tag("1", shared).tag("latest", shared));

        if (registry().has(Departure.NO_TAG_DELETION)) {
            assertThrows(
                    TagDeletionUnsupportedException.class, () -> client().deleteTag(repository.name(), Tag.of("1")));
            assertEquals(repository.tags().keySet(), listedTags(repository.name()));
        } else {
            DeleteResult result = client().deleteTag(repository.name().toString(), "1");
            assertEquals(DeleteResult.Outcome.DELETED, result.outcome());
            assertEquals(Set.of(Tag.of("latest")), listedTags(repository.name()));
        }

        assertTrue(registry().filler().pulls(repository.name(), shared));
    }

    @Test
    default void the_last_tag_leaves_its_manifest_or_the_loss_is_told() {
        SampleManifest image = registry().images("untag-last").image();
        SampleRepository repository = registry()
                .fill(
                        "untag-last",
                        content -> content.tag("1", image)
                                .tag("2", registry().images("untag-other").image()));

        if (registry().has(Departure.NO_TAG_DELETION)) {
            assertThrows(
                    TagDeletionUnsupportedException.class, () -> client().deleteTag(repository.name(), Tag.of("1")));
        } else if (registry().has(Departure.LAST_TAG_TAKES_THE_MANIFEST)) {
            assertThrows(ManifestVanishedException.class, () -> client().deleteTag(repository.name(), Tag.of("1")));
            assertEquals(Set.of(Tag.of("2")), listedTags(repository.name()));
        } else {
            client().deleteTag(repository.name(), Tag.of("1"));
            assertEquals(Set.of(Tag.of("2")), listedTags(repository.name()));
        }

        assertEquals(
                !registry().has(Departure.LAST_TAG_TAKES_THE_MANIFEST),
                registry().filler().pulls(repository.name(), image));
    }

    @Test
    default void a_tag_that_is_gone_is_already_gone_where_tags_can_go() {
        SampleRepository repository = registry()
                .fill(
                        "untag-missing",
                        content -> content.tag(
                                "1", registry().images("untag-missing").image()));

        if (registry().has(Departure.NO_TAG_DELETION)) {
            assertThrows(
                    TagDeletionUnsupportedException.class, () -> client().deleteTag(repository.name(), Tag.of("2")));
        } else {
            assertEquals(
                    DeleteResult.Outcome.ALREADY_GONE,
                    client().deleteTag(repository.name(), Tag.of("2")).outcome());
        }

        assertEquals(Set.of(Tag.of("1")), listedTags(repository.name()));
    }
}
