package io.github.registryclient.cleanup.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.name.Digest;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemoryCacheTest {
    private static final int SIZE = 10;

    private final MemoryCache cache = new MemoryCache(3 * (SIZE + MemoryCache.ENTRY));

    @Test
    void what_was_kept_is_found_and_nothing_else() {
        keep(1);

        assertThat(cache.find(digest(1))).hasValue(content(1));
        assertThat(cache.find(digest(2))).isEmpty();
    }

    @Test
    void what_was_not_used_for_longest_goes_when_it_is_full() {
        keep(1);
        keep(2);
        keep(3);
        cache.find(digest(1));
        keep(4);

        assertThat(cache.find(digest(2))).isEmpty();
        assertThat(cache.find(digest(1))).isPresent();
        assertThat(cache.find(digest(3))).isPresent();
        assertThat(cache.find(digest(4))).isPresent();
    }

    @Test
    void what_is_kept_twice_counts_once() {
        keep(1);
        keep(2);
        keep(3);
        keep(3);
        keep(3);

        assertThat(cache.find(digest(1))).isPresent();
    }

    @Test
    void a_document_larger_than_the_cache_is_not_kept_and_drives_nothing_out() {
        byte[] large = new byte[5000];
        keep(1);
        cache.keep(Digest.sha256(large), large);

        assertThat(cache.find(Digest.sha256(large))).isEmpty();
        assertThat(cache.find(digest(1))).isPresent();
    }

    @Test
    void many_threads_may_use_it_and_it_stays_bounded() {
        IntStream.range(0, 2000).parallel().forEach(i -> {
            keep(i);
            cache.find(digest(i - 1));
        });

        assertThat(IntStream.range(0, 2000).filter(i -> cache.find(digest(i)).isPresent()))
                .hasSize(3);
    }

    @Test
    void a_size_below_one_is_refused() {
        assertThatThrownBy(() -> new MemoryCache(0))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("at least 1 byte, not 0");
    }

    private void keep(int number) {
        cache.keep(digest(number), content(number));
    }

    private static Digest digest(int number) {
        return Digest.sha256(content(number));
    }

    private static byte[] content(int number) {
        return String.format("%0" + SIZE + "d", number).getBytes(StandardCharsets.UTF_8);
    }
}
