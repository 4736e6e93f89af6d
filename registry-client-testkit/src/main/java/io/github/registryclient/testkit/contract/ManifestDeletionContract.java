package io.github.registryclient.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.registryclient.DeleteResult;
import io.github.registryclient.error.DeletionRefusedException;
import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.error.UnverifiedDigestException;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.sample.SampleBlob;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Deleting manifests: what was meant, all of it, and nothing else. */
interface ManifestDeletionContract extends ContractPart {
    @Test
    default void a_manifest_is_deleted_with_all_its_tags_and_no_others() {
        SampleImages images = registry().images("delete-shared");
        SampleManifest shared = images.image();
        SampleManifest other = images.image();
        SampleRepository repository = registry()
                .fill(
                        "delete-shared",
                        content ->
                                content.tag("1", shared).tag("latest", shared).tag("2", other));

        assertOutcome(DeleteResult.Outcome.DELETED, client().deleteManifest(repository.name(), shared.digest()));

        assertFalse(registry().filler().hasManifest(repository.name(), shared.digest()));
        assertTrue(registry().filler().pulls(repository.name(), other));
        assertEquals(
                registry().has(Departure.TAGS_OUTLIVE_THEIR_DIGEST)
                        ? Set.of(Tag.of("1"), Tag.of("2"), Tag.of("latest"))
                        : Set.of(Tag.of("2")),
                listedTags(repository.name()));
        if (registry().has(Departure.TAGS_OUTLIVE_THEIR_DIGEST)) {
            assertEquals(shared.digest(), client().getManifestDigest(repository.name(), Tag.of("1")));
        }
    }

    @Test
    default void a_manifest_that_is_gone_is_already_gone() {
        SampleImages images = registry().images("delete-twice");
        SampleManifest image = images.image();
        SampleRepository repository = registry()
                .fill("delete-twice", content -> content.tag("1", image).tag("2", images.image()));
        String name = repository.name().toString();

        assertOutcome(
                DeleteResult.Outcome.DELETED,
                client().deleteManifest(name, image.digest().toString()));
        assertOutcome(
                DeleteResult.Outcome.ALREADY_GONE,
                client().deleteManifest(name, image.digest().toString()));
        assertOutcome(DeleteResult.Outcome.ALREADY_GONE, client().deleteManifest(repository.name(), nobodys()));
        assertOutcome(
                DeleteResult.Outcome.ALREADY_GONE,
                client().deleteManifest(registry().repository("delete-nowhere"), nobodys()));
    }

    @Test
    default void the_digest_of_a_configuration_or_layer_deletes_nothing() {
        SampleManifest image = registry().images("delete-blob").image();
        SampleRepository repository = registry().fill("delete-blob", content -> content.tag("1", image));

        for (SampleBlob blob : image.blobs()) {
            if (registry().has(Departure.BLOB_AS_MANIFEST_IS_AN_ERROR)) {
                assertThrows(
                        UnverifiedDigestException.class,
                        () -> client().deleteManifest(repository.name(), blob.digest()));
            } else {
                // To a registry that keeps manifests apart from blobs it is a manifest that is not there.
                assertOutcome(
                        DeleteResult.Outcome.ALREADY_GONE, client().deleteManifest(repository.name(), blob.digest()));
            }
        }

        assertTrue(registry().filler().pulls(repository.name(), image));
    }

    @Test
    default void a_tag_is_not_taken_for_a_digest() {
        SampleManifest image = registry().images("delete-by-tag").image();
        SampleRepository repository = registry().fill("delete-by-tag", content -> content.tag("1", image));
        String name = repository.name().toString();

        assertThrows(InvalidInputException.class, () -> client().deleteManifest(name, "1"));

        assertTrue(registry().filler().pulls(repository.name(), image));
    }

    @Test
    default void a_manifest_that_was_read_is_deleted() {
        SampleManifest image = registry().images("delete-read").image();
        SampleRepository repository = registry().fill("delete-read", content -> content.tag("1", image));
        Manifest read = client().getManifest(repository.name(), Tag.of("1"));

        assertOutcome(DeleteResult.Outcome.DELETED, client().deleteManifest(repository.name(), read));
        assertOutcome(DeleteResult.Outcome.ALREADY_GONE, client().deleteManifest(repository.name(), read));

        assertFalse(registry().filler().hasManifest(repository.name(), image.digest()));
    }

    @Test
    default void a_manifest_that_was_read_elsewhere_is_looked_for_first() {
        SampleManifest image = registry().images("delete-elsewhere").image();
        SampleRepository elsewhere = registry().fill("delete-elsewhere", content -> content.tag("1", image));
        SampleRepository here = registry()
                .fill(
                        "delete-here",
                        content -> content.tag(
                                "1", registry().images("delete-here").image()));
        Manifest read = client().getManifest(elsewhere.name(), Tag.of("1"));

        assertOutcome(DeleteResult.Outcome.ALREADY_GONE, client().deleteManifest(here.name(), read));

        assertTrue(registry().filler().pulls(elsewhere.name(), image));
        assertTrue(registry().filler().pulls(here.name(), here.manifest("1")));
    }

    @Test
    default void an_index_is_deleted_without_its_children_unless_the_registry_takes_them() {
        SampleManifest index = registry().images("delete-index").twoPlatformIndex();
        SampleRepository repository = registry().fill("delete-index", content -> content.tag("1", index));

        assertOutcome(DeleteResult.Outcome.DELETED, client().deleteManifest(repository.name(), index.digest()));

        assertFalse(registry().filler().hasManifest(repository.name(), index.digest()));
        for (SampleManifest child : index.children()) {
            assertEquals(
                    !registry().has(Departure.INDEX_TAKES_ITS_CHILDREN),
                    registry().filler().pulls(repository.name(), child));
        }
    }

    @Test
    default void the_child_of_an_index_is_deleted_unless_the_registry_protects_it() {
        SampleManifest index = registry().images("delete-child").twoPlatformIndex();
        SampleRepository repository = registry().fill("delete-child", content -> content.tag("1", index));
        Digest child = index.children().get(0).digest();

        boolean stays =
                registry().has(Departure.CHILD_IS_PROTECTED) || registry().has(Departure.UNTAGGED_CANNOT_GO);
        if (stays) {
            assertThrows(DeletionRefusedException.class, () -> client().deleteManifest(repository.name(), child));
        } else {
            assertOutcome(DeleteResult.Outcome.DELETED, client().deleteManifest(repository.name(), child));
        }

        assertEquals(stays, registry().filler().pulls(repository.name(), index));
        assertTrue(registry().filler().hasManifest(repository.name(), index.digest()));
    }

    @Test
    default void a_deletion_is_undone_by_putting_the_same_bytes_under_the_old_tags() {
        SampleImages images = registry().images("delete-undo");
        SampleManifest image = images.image();
        SampleRepository repository = registry()
                .fill(
                        "delete-undo",
                        content -> content.tag("1", image).tag("latest", image).tag("2", images.image()));
        RepositoryName name = repository.name();
        Manifest read = client().getManifest(name, Tag.of("1"));
        client().deleteManifest(name, read);
        assertFalse(registry().filler().hasManifest(name, image.digest()));

        assertEquals(image.digest(), client().putManifest(name, Tag.of("1"), read));
        assertEquals(image.digest(), client().putManifest(name, Tag.of("latest"), read));

        assertTrue(registry().filler().pulls(name, image));
        assertEquals(
                repository.tags(),
                client().resolveTags(name, repository.tags().keySet()).digests());
        assertEquals(repository.tags().keySet(), listedTags(name));
    }

    private static void assertOutcome(DeleteResult.Outcome expected, DeleteResult actual) {
        assertEquals(expected, actual.outcome(), actual::toString);
    }
}
