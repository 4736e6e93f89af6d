package io.github.registryclient.tests.arrows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The judge of static state is judged itself. */
class UnchangingTest {
    static List<Object> fixed() {
        return List.of(
                "text",
                1L,
                Duration.ZERO,
                Pattern.compile("a"),
                List.of("a", "b"),
                Map.of("a", 1),
                Collections.unmodifiableSet(new LinkedHashSet<>()),
                holding("a"));
    }

    static List<Object> loose() {
        List<String> list = new ArrayList<>();
        return List.of(
                list,
                holding(list),
                new AtomicInteger(),
                new ConcurrentHashMap<>(),
                new int[1],
                new BitSet(),
                List.of(list),
                Collections.synchronizedList(list),
                new Counter());
    }

    @ParameterizedTest
    @MethodSource("fixed")
    void what_cannot_change_is_told(Object value) {
        assertThat(Unchanging.test(value)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("loose")
    void what_can_change_is_told(Object value) {
        assertThat(Unchanging.test(value)).isFalse();
    }

    private static Supplier<Object> holding(Object value) {
        return () -> value;
    }

    private static final class Counter implements IntSupplier {
        private int count;

        @Override
        public int getAsInt() {
            return count++;
        }
    }
}
