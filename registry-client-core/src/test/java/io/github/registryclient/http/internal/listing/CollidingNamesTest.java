package io.github.registryclient.http.internal.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.registryclient.error.InvalidResponseException;
import io.github.registryclient.http.internal.transport.Replies;
import io.github.registryclient.http.internal.transport.Reply;
import io.github.registryclient.name.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Names that all have the same hash must not keep a client busy for hours; names that just look alike must do no harm. */
class CollidingNamesTest {
    private static final NamesReader<Tag> READER = new NamesReader<>("tags", name -> true, Tag::asServed, true);

    @Test
    void names_made_to_collide_fail_the_page_at_once() {
        List<String> colliding = IntStream.range(0, 1 << 18)
                .mapToObj(CollidingNamesTest::colliding)
                .collect(Collectors.toList());
        assertThat(colliding.stream().map(String::hashCode).distinct()).hasSize(1);

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> assertThatExceptionOfType(InvalidResponseException.class)
                        .isThrownBy(() -> READER.read(page(colliding)))
                        .withMessageContaining("collide"));
    }

    @Test
    void a_handful_of_collisions_is_chance() {
        List<String> colliding =
                IntStream.range(0, 64).mapToObj(CollidingNamesTest::colliding).collect(Collectors.toList());

        assertThat(READER.read(page(colliding)).entries().list()).hasSize(64);
    }

    @Test
    void names_that_count_upwards_spread() {
        List<String> counting = IntStream.range(0, 300_000)
                .mapToObj(number -> "1.0.0-2018060419" + number)
                .collect(Collectors.toList());

        Page<Tag> page = READER.read(page(counting));

        assertThat(page.entries().list()).hasSize(300_000);
        assertThat(page.entries().contains(Tag.of("1.0.0-2018060419299999"))).isTrue();
        assertThat(page.entries().contains(Tag.of("1.0.0-2018060419300000"))).isFalse();
    }

    /** "Aa" and "BB" have the same hash, and so have all strings of as many of them. */
    private static String colliding(int number) {
        StringBuilder name = new StringBuilder();
        for (int bit = 0; bit < 18; bit++) {
            name.append((number >> bit & 1) == 0 ? "Aa" : "BB");
        }
        return name.toString();
    }

    private static Reply page(List<String> names) {
        String json = names.stream().collect(Collectors.joining("\",\"", "{\"tags\":[\"", "\"]}"));
        return Replies.ok(json.getBytes(StandardCharsets.UTF_8), Map.of());
    }
}
