package io.github.registryclient.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.registryclient.ByteRange;
import io.github.registryclient.error.ErrorResponseException;
import io.github.registryclient.error.InvalidResponseException;
import io.github.registryclient.error.NotFoundException;
import io.github.registryclient.error.RequestFailedException;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.testkit.sample.ImageSpec;
import io.github.registryclient.testkit.sample.SampleBlob;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Looking for and reading blobs. */
interface BlobContract extends ContractPart {
    @Test
    default void the_size_of_a_blob_is_known_and_a_missing_one_has_none() {
        SampleRepository repository = fillWithLayer("blob-size", 12_345);

        for (SampleBlob blob : repository.blobs()) {
            assertEquals(OptionalLong.of(blob.size()), client().findBlobSize(repository.name(), blob.digest()));
        }
        assertEquals(OptionalLong.empty(), client().findBlobSize(repository.name(), nobodys()));
        assertEquals(OptionalLong.empty(), client().findBlobSize(registry().repository("blob-nowhere"), nobodys()));
    }

    @Test
    default void a_blob_is_read_whole() throws IOException {
        SampleRepository repository = fillWithLayer("blob-whole", 300_000);

        for (SampleBlob blob : repository.blobs()) {
            try (InputStream content = client().openBlob(repository.name(), blob.digest())) {
                assertArrayEquals(blob.bytes(), content.readAllBytes());
                assertEquals(-1, content.read());
            }
        }
    }

    @Test
    default void a_part_of_a_blob_is_exactly_that_part() throws IOException {
        SampleRepository repository = fillWithLayer("blob-range", 5_000);
        SampleBlob blob = layer(repository);

        assertPart(repository.name(), blob, 0, 0);
        assertPart(repository.name(), blob, 4_999, 4_999);
        assertPart(repository.name(), blob, 1_000, 2_999);
        assertPart(repository.name(), blob, 0, 4_999);
    }

    @Test
    default void a_part_beyond_the_end_is_not_invented() {
        SampleRepository repository = fillWithLayer("blob-beyond", 100);
        SampleBlob blob = layer(repository);

        RequestFailedException refusal = assertThrows(RequestFailedException.class, () -> {
            try (InputStream content = client().openBlob(repository.name(), blob.digest(), ByteRange.of(100, 199))) {
                content.readAllBytes();
            }
        });
        if (refusal instanceof ErrorResponseException) {
            assertEquals(416, ((ErrorResponseException) refusal).status());
        } else {
            assertInstanceOf(InvalidResponseException.class, refusal, "an answer came, whatever it was");
        }
    }

    @Test
    default void a_blob_that_is_left_half_read_costs_nothing_later() throws IOException {
        SampleRepository repository = fillWithLayer("blob-half", 2_000_000);
        SampleBlob blob = layer(repository);

        for (int i = 0; i < 40; i++) {
            try (InputStream content = client().openBlob(repository.name(), blob.digest())) {
                assertEquals(blob.bytes()[0] & 0xff, content.read());
            }
        }
        try (InputStream content = client().openBlob(repository.name(), blob.digest())) {
            assertArrayEquals(blob.bytes(), content.readAllBytes());
        }
    }

    @Test
    default void a_missing_blob_is_not_found() {
        SampleRepository repository = fillWithLayer("blob-missing", 10);

        assertThrows(
                NotFoundException.class,
                () -> client().openBlob(repository.name(), nobodys()).close());
        assertThrows(
                NotFoundException.class,
                () -> client().openBlob(repository.name(), nobodys(), ByteRange.of(0, 0))
                        .close());
    }

    private void assertPart(RepositoryName repository, SampleBlob blob, int first, int last) throws IOException {
        try (InputStream content = client().openBlob(repository, blob.digest(), ByteRange.of(first, last))) {
            assertArrayEquals(
                    Arrays.copyOfRange(blob.bytes(), first, last + 1),
                    content.readAllBytes(),
                    "bytes " + first + " to " + last);
        }
    }

    private SampleRepository fillWithLayer(String suffix, int bytes) {
        return registry()
                .fill(
                        suffix,
                        content -> content.tag(
                                "1",
                                registry()
                                        .images(suffix)
                                        .image(ImageSpec.defaults().withLayers(1, bytes))));
    }

    private static SampleBlob layer(SampleRepository repository) {
        return repository.manifest("1").layers().get(0);
    }
}
