package io.github.registryclient.tests.arrows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
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
                Pattern.compile("."),
                List.of("a", "b"),
                Map.of("a", 1),
                Collections.unmodifiableSet(new LinkedHashSet<>()),
                new Frozen("a"));
    }

    static List<Object> loose() {
        List<String> list = new ArrayList<>();
        Supplier<Object> captures = () -> list;
        return List.of(
                list,
                captures,
                new AtomicInteger(),
                new ConcurrentHashMap<>(),
                new int[1],
                new StringBuilder(),
                List.of(list),
                Collections.synchronizedList(list),
                new Frozen(list),
                new Loose());
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

    private static final class Frozen {
        final Object held;

        Frozen(Object held) {
            this.held = held;
        }
    }

    private static final class Loose {
        int count;
    }
}
