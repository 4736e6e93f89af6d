package io.github.registryclient.http.internal.coding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.http.server.Gzip;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/** Gzip taken off: what {@code GZIPOutputStream} makes, by hand what it does not, and everything that is none. */
class GzipDecoderTest {
    private static final byte[] TEXT = "all tags of all repositories, all tags".getBytes(UTF_8);

    /** Decodes with input in pieces of one size and output in pieces of another. */
    private static byte[] decode(byte[] coded, int in, int out) throws IOException {
        GzipDecoder decoder = new GzipDecoder();
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        try {
            byte[] target = new byte[out];
            for (int at = 0; at < coded.length; at += in) {
                ByteBuffer piece = ByteBuffer.wrap(coded, at, Math.min(in, coded.length - at))
                        .slice()
                        .asReadOnlyBuffer();
                int count = decoder.decode(piece, target, 0, out);
                while (count > 0) {
                    result.write(target, 0, count);
                    count = decoder.decode(piece, target, 0, out);
                }
                assertThat(piece.hasRemaining()).isFalse();
            }
            decoder.end();
            return result.toByteArray();
        } finally {
            decoder.close();
        }
    }

    private static byte[] decode(byte[] coded) throws IOException {
        return decode(coded, coded.length + 1, 100);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(joined::writeBytes);
        return joined.toByteArray();
    }

    @Test
    void what_was_coded_comes_out_in_pieces_of_every_size() throws IOException {
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        Random random = new Random(seed);
        byte[] content = new byte[3000];
        random.nextBytes(content);
        Arrays.fill(content, 500, 2500, (byte) 'a');
        byte[] coded = Gzip.of(content);
        for (int in : new int[] {1, 2, 7, 100, coded.length}) {
            for (int out : new int[] {1, 3, 1000, 5000}) {
                assertThat(decode(coded, in, out)).as("seed " + seed).isEqualTo(content);
            }
        }
    }

    @Test
    void several_members_are_one_body_wherever_a_piece_ends() throws IOException {
        byte[] coded = join(Gzip.of(TEXT), Gzip.of(new byte[0]), Gzip.of(TEXT));
        for (int in = 1; in <= coded.length; in++) {
            assertThat(decode(coded, in, 50)).isEqualTo(join(TEXT, TEXT));
        }
    }

    @Test
    void optional_fields_of_the_header_are_passed_over() throws IOException {
        byte[] plain = Gzip.of(TEXT);
        byte[] rest = Arrays.copyOfRange(plain, 10, plain.length);
        byte[] fixed = Arrays.copyOf(plain, 10);
        byte[] extra = {3, 0, 'a', 0, 'b'};
        byte[] none = {0, 0};
        byte[] name = {'n', 0};
        byte[] comment = {'c', 'd', 0};
        fixed[3] = 1 | 1 << 1 | 1 << 2 | 1 << 3 | 1 << 4;
        byte[] before = join(fixed, extra, name, comment);
        CRC32 crc = new CRC32();
        crc.update(before);
        byte[] checksum = {(byte) crc.getValue(), (byte) (crc.getValue() >> 8)};
        assertThat(decode(join(before, checksum, rest), 1, 50)).isEqualTo(TEXT);

        fixed[3] = 1 << 2;
        assertThat(decode(join(fixed, none, rest), 1, 50)).isEqualTo(TEXT);
    }

    @Test
    void no_byte_at_all_is_an_empty_body() throws IOException {
        assertThat(decode(new byte[0])).isEmpty();
        assertThat(decode(Gzip.of(new byte[0]))).isEmpty();
    }

    @Test
    void every_cut_is_noticed() {
        byte[] coded = Gzip.of(TEXT);
        for (int length = 1; length < coded.length; length++) {
            byte[] cut = Arrays.copyOf(coded, length);
            assertThatThrownBy(() -> decode(cut))
                    .as("after " + length + " bytes")
                    .isInstanceOf(UndecodableBody.class)
                    .hasMessageContaining("cut off");
        }
    }

    @Test
    void what_follows_the_last_member_is_not_passed_over() {
        for (byte[] garbage : new byte[][] {{0}, {'x', 'y'}, {0x1f}, {0x1f, (byte) 0x8b, 9}}) {
            assertThatThrownBy(() -> decode(join(Gzip.of(TEXT), garbage))).isInstanceOf(UndecodableBody.class);
        }
    }

    @Test
    void a_wrong_checksum_or_size_is_noticed() {
        byte[] coded = Gzip.of(TEXT);
        for (int at = coded.length - 8; at < coded.length; at++) {
            byte[] wrong = coded.clone();
            wrong[at] ^= 1;
            assertThatThrownBy(() -> decode(wrong))
                    .isInstanceOf(UndecodableBody.class)
                    .hasMessageContaining("damaged");
        }
    }

    @Test
    void damage_anywhere_fails_or_changes_nothing() {
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        Random random = new Random(seed);
        byte[] coded = join(Gzip.of(TEXT), Gzip.of(TEXT));
        for (int i = 0; i < 20_000; i++) {
            byte[] wrong = coded.clone();
            for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                wrong[random.nextInt(wrong.length)] ^= (byte) (1 << random.nextInt(8));
            }
            try {
                assertThat(decode(wrong, 1 + random.nextInt(40), 1 + random.nextInt(40)))
                        .as("seed " + seed)
                        .isEqualTo(join(TEXT, TEXT));
            } catch (UndecodableBody expected) {
                // the only exception there may be
            } catch (IOException | RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }

    @Test
    void members_that_bring_nothing_end_it() {
        byte[] empty = Gzip.of(new byte[0]);
        byte[] many = new byte[empty.length * 20_000];
        for (int at = 0; at < many.length; at += empty.length) {
            System.arraycopy(empty, 0, many, at, empty.length);
        }
        assertThatThrownBy(() -> decode(many, 1000, 100))
                .isInstanceOf(UndecodableBody.class)
                .hasMessageContaining("hardly any content");
    }

    @Test
    void once_closed_it_drops_what_comes() throws IOException {
        GzipDecoder decoder = new GzipDecoder();
        ByteBuffer coded = ByteBuffer.wrap(Gzip.of(TEXT));
        decoder.close();
        decoder.close();
        assertThat(decoder.decode(coded, new byte[10], 0, 10)).isZero();
        assertThat(coded.hasRemaining()).isFalse();
    }
}
