package io.github.registryclient.testkit.registry.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.name.Digest;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DigestIndexTest {
    private final AtomicInteger computed = new AtomicInteger();

    /** Many have the same beginning, and those of odd numbers begin with the highest bit. */
    private Digest digest(int number) {
        computed.incrementAndGet();
        return Digest.of("sha256:" + (number % 2 == 0 ? "0" : "f") + "123456789" + String.format("%054x", number));
    }

    @Test
    void each_number_is_found_also_where_digests_begin_alike() {
        DigestIndex index = new DigestIndex(50, this::digest);

        for (int number = 0; number < 50; number++) {
            assertThat(index.find(digest(number))).hasValue(number);
        }
    }

    @Test
    void what_is_not_there_is_not_found() {
        DigestIndex index = new DigestIndex(50, this::digest);

        assertThat(index.find(digest(50))).isEmpty();
        assertThat(index.find(digest(51))).isEmpty();
        assertThat(index.find(Digest.of("sha256:" + "5".repeat(64)))).isEmpty();
        assertThat(index.find(Digest.of("sha512:" + "0123456789".repeat(12) + "01234567")))
                .isEmpty();
        assertThat(new DigestIndex(0, this::digest).find(digest(0))).isEmpty();
    }

    @Test
    void all_are_computed_once_and_not_before_the_first_question() {
        DigestIndex index = new DigestIndex(50, this::digest);
        assertThat(computed).hasValue(0);
        Digest absent = Digest.of("sha256:" + "5".repeat(64));

        index.find(absent);
        index.find(absent);

        assertThat(computed).hasValue(50);
    }
}
