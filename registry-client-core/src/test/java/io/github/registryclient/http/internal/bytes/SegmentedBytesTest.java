package io.github.registryclient.http.internal.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SegmentedBytesTest {
    private static final int SEGMENT = 64 << 10;

    @Test
    void bytes_come_out_as_they_went_in_however_they_were_cut() throws IOException {
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            ByteArrayOutputStream expected = new ByteArrayOutputStream();
            SegmentedBytes bytes = new SegmentedBytes();
            for (int i = random.nextInt(12); i >= 0; i--) {
                byte[] piece = new byte[random.nextInt(random.nextBoolean() ? 100 : 3 * SEGMENT)];
                random.nextBytes(piece);
                expected.write(piece);
                bytes.append(ByteBuffer.wrap(piece));
            }
            assertThat(bytes.toByteArray()).isEqualTo(expected.toByteArray());
            assertThat(bytes.stream().readAllBytes()).isEqualTo(expected.toByteArray());
            for (int i = 0; i < Math.min(100, bytes.size()); i++) {
                int index = random.nextInt(bytes.size());
                assertThat(bytes.at(index)).isEqualTo(expected.toByteArray()[index]);
            }
        }
    }

    @Test
    void pieces_that_end_where_a_segment_ends_leave_no_gap() {
        SegmentedBytes bytes = new SegmentedBytes();

        for (int length : new int[] {1, SEGMENT - 1, SEGMENT, SEGMENT - 1, 2}) {
            bytes.append(ByteBuffer.wrap(new byte[length]).put(length - 1, (byte) 1));
        }

        assertThat(bytes.size()).isEqualTo(3 * SEGMENT + 1);
        assertThat(bytes.at(0)).isEqualTo((byte) 1);
        assertThat(bytes.at(SEGMENT - 1)).isEqualTo((byte) 1);
        assertThat(bytes.at(2 * SEGMENT - 1)).isEqualTo((byte) 1);
        assertThat(bytes.at(3 * SEGMENT - 2)).isEqualTo((byte) 1);
        assertThat(bytes.at(3 * SEGMENT)).isEqualTo((byte) 1);
    }
}
