package io.github.registryclient.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.registryclient.error.RegistryException;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Reference;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.sample.ImageSpec;
import io.github.registryclient.testkit.sample.SampleBlob;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pushing: blobs, mounts, manifests. */
interface UploadContract extends ContractPart {
    @Test
    default void an_image_that_the_client_pushes_pulls() {
        RepositoryName repository = registry().repository("upload-image");
        SampleManifest image =
                registry().images("upload-image").image(ImageSpec.defaults().withLayers(2, 70_000));

        push(repository, image, Tag.of("1"));

        assertTrue(registry().filler().hasManifest(repository, Tag.of("1")));
        assertTrue(registry().filler().pulls(repository, image));
        assertEquals(Set.of(Tag.of("1")), listedTags(repository));
    }

    @Test
    default void a_manifest_is_stored_under_its_digest_without_a_tag() {
        RepositoryName repository = registry().repository("upload-digest");
        SampleManifest index = registry().images("upload-digest").twoPlatformIndex();
        index.children().forEach(child -> push(repository, child, child.digest()));

        push(repository, index, index.digest());
        push(repository, index, Tag.of("index"));

        assertTrue(registry().filler().pulls(repository, index));
        assertEquals(Set.of(Tag.of("index")), listedTags(repository));
    }

    @Test
    default void an_upload_may_be_repeated() {
        RepositoryName repository = registry().repository("upload-again");
        byte[] content = {1, 2, 3};

        assertEquals(client().uploadBlob(repository, content), client().uploadBlob(repository, content));

        assertTrue(registry().filler().hasBlob(repository, client().uploadBlob(repository, content)));
    }

    @Test
    default void a_file_is_uploaded(@TempDir Path folder) throws IOException {
        SampleManifest image =
                registry().images("upload-file").image(ImageSpec.defaults().withLayers(1, 1_500_000));
        SampleBlob layer = image.layers().get(0);
        Path file = Files.write(folder.resolve("layer"), layer.bytes());
        RepositoryName repository = registry().repository("upload-file");

        assertEquals(layer.digest(), client().uploadBlob(repository, file));

        assertTrue(registry().filler().hasBlob(repository, layer.digest()));
    }

    @Test
    default void a_blob_is_mounted_from_another_repository_or_said_not_to_be() {
        SampleManifest image = registry().images("mount-from").image();
        SampleRepository from = registry().fill("mount-from", content -> content.tag("1", image));
        RepositoryName to = registry().repository("mount-to");
        boolean mounts = !registry().has(Departure.NO_MOUNT);

        for (SampleBlob blob : image.blobs()) {
            assertEquals(mounts, client().mountBlob(to, blob.digest(), from.name()), "mounted " + blob);
            assertEquals(
                    mounts || registry().has(Departure.BLOBS_ARE_SHARED),
                    registry().filler().hasBlob(to, blob.digest()));
        }
    }

    @Test
    default void a_blob_that_the_other_repository_lacks_is_not_mounted() {
        SampleRepository from = registry()
                .fill(
                        "mount-lacking",
                        content -> content.tag(
                                "1", registry().images("mount-lacking").image()));

        assertFalse(client().mountBlob(registry().repository("mount-nothing"), nobodys(), from.name()));
    }

    @Test
    default void a_manifest_whose_blobs_are_missing_is_refused_or_stored_but_never_claimed() {
        SampleManifest image = registry().images("upload-lacking").image();
        RepositoryName repository = registry().repository("upload-lacking");
        Manifest manifest = Manifest.parse(image.mediaType(), image.bytes());
        boolean claimed;
        try {
            claimed = client().putManifest(repository, Tag.of("1"), manifest).equals(image.digest());
        } catch (RegistryException refused) {
            claimed = false;
        }

        assertEquals(claimed, registry().filler().hasManifest(repository, Tag.of("1")));
    }

    @Test
    default void a_manifest_is_not_stored_under_another_digest() {
        SampleManifest image = registry().images("upload-wrong").image();
        SampleRepository repository = registry().fill("upload-wrong", content -> content.tag("1", image));
        Manifest manifest = Manifest.parse(image.mediaType(), image.bytes());

        assertThrows(RegistryException.class, () -> client().putManifest(repository.name(), nobodys(), manifest));

        assertFalse(registry().filler().hasManifest(repository.name(), nobodys()));
    }

    private void push(RepositoryName repository, SampleManifest image, Reference reference) {
        for (SampleBlob blob : image.blobs()) {
            assertEquals(blob.digest(), client().uploadBlob(repository, blob.bytes()));
        }
        Manifest manifest = Manifest.parse(image.mediaType(), image.bytes());
        assertEquals(image.digest(), client().putManifest(repository, reference, manifest));
    }
}
