package io.github.registryclient.http.internal.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.registryclient.error.InvalidResponseException;
import io.github.registryclient.http.internal.transport.Replies;
import io.github.registryclient.name.Tag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Damaged and random pages: a reader gives a page, whose names are read again as they were, or an invalid response. */
class NamesReaderFuzzTest {
    private static final int ROUNDS = 8_000;
    private static final NamesReader<Tag> READER =
            new NamesReader<>("tags", name -> name.indexOf(':') < 0, Tag::asServed, true);
    private static final String[] PIECES = {
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "null",
        "\"tags\"",
        "\"name\"",
        "\"a\"",
        "\"\\u0061\"",
        "\"é\"",
        "7",
        "true",
        " ",
        "\"",
        "\\",
        "\"a\\/b\"",
        "\"sha256:0\"",
        "\"\\ud83d\\ude00\"",
        "\"😀\"",
        "\u0000",
        "\ufeff"
    };

    @Test
    void a_damaged_page_is_a_page_or_an_invalid_response() {
        String whole =
                "{\"name\":\"app\",\"x\":{\"tags\":[1]},\"tags\":[\"1.0\",null,\"é\",\"\\u0061b\",\"sha256:0\",\"z😀\"]}";
        byte[] page = whole.getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(round);
            byte[] damaged = page.clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            readAndJudge(damaged, round);
        }
    }

    @Test
    void a_page_of_random_pieces_is_a_page_or_an_invalid_response() {
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(7_000_000L + round);
            StringBuilder page = new StringBuilder(random.nextBoolean() ? "{\"tags\":[" : "");
            for (int piece = random.nextInt(20); piece > 0; piece--) {
                page.append(PIECES[random.nextInt(PIECES.length)]);
            }
            page.append(random.nextBoolean() ? "]}" : "");
            readAndJudge(page.toString().getBytes(StandardCharsets.UTF_8), 7_000_000L + round);
        }
    }

    @Test
    void a_page_over_many_segments_holds_what_another_reader_finds() throws IOException {
        for (int round = 0; round < 8; round++) {
            Random random = new Random(9_000_000L + round);
            StringBuilder page = new StringBuilder("{\"name\":\"app\",\"tags\":[\"first\"");
            for (int tag = 0; tag < 20_000; tag++) {
                page.append(random.nextInt(9) == 0 ? ",null" : ",\"" + randomTag(random) + "\"");
            }
            byte[] body = page.append("]}").toString().getBytes(StandardCharsets.UTF_8);

            List<Tag> read = READER.read(Replies.ok(body, Map.of())).entries().list();

            assertThat(read.stream().map(Tag::toString).collect(Collectors.toList()))
                    .as("seed %d", 9_000_000L + round)
                    .containsExactlyElementsOf(oracle(body));
        }
    }

    private static void readAndJudge(byte[] body, long seed) {
        Page<Tag> page;
        try {
            page = READER.read(Replies.ok(body, Map.of()));
        } catch (InvalidResponseException refused) {
            return;
        } catch (RuntimeException other) {
            fail("seed " + seed, other);
            return;
        }
        assertThatCode(() -> assertThat(page.entries().list().stream()
                                .map(Tag::toString)
                                .collect(Collectors.toList()))
                        .as("seed %d", seed)
                        .containsExactlyElementsOf(oracle(body)))
                .as("seed %d", seed)
                .doesNotThrowAnyException();
    }

    /** Jackson's tree reader, which decodes all at once. */
    private static Set<String> oracle(byte[] body) throws IOException {
        JsonNode tags = new ObjectMapper().readTree(body).path("tags");
        Set<String> names = new LinkedHashSet<>();
        tags.forEach(tag -> {
            if (!tag.isNull() && tag.textValue().indexOf(':') < 0) {
                names.add(tag.textValue());
            }
        });
        return names;
    }

    private static String randomTag(Random random) {
        String tag = Integer.toString(random.nextInt(15_000), 36);
        return random.nextInt(5) == 0 ? String.format("\\u%04x%s", (int) tag.charAt(0), tag.substring(1)) : tag;
    }
}
