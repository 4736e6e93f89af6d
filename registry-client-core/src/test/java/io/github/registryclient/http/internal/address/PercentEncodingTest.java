package io.github.registryclient.http.internal.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Escaping, held against what {@link URI} decodes. */
class PercentEncodingTest {
    private static String random(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(30); i >= 0; i--) {
            int codePoint;
            do {
                codePoint = random.nextInt(4) == 0 ? random.nextInt(0x11000) : random.nextInt(0x7f);
            } while (codePoint >= 0xd800 && codePoint < 0xe000);
            text.appendCodePoint(codePoint);
        }
        return text.toString();
    }

    @Test
    void a_path_is_decoded_to_what_was_escaped() {
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int i = 0; i < 5000; i++) {
            String text = random(random);
            URI uri = URI.create("https://r.example/v2/" + PercentEncoding.inPath(text));
            assertThat(uri.getPath()).as("seed " + seed).isEqualTo("/v2/" + text);
            assertThat(uri.getRawQuery()).as("seed " + seed).isNull();
            assertThat(uri.getRawFragment()).as("seed " + seed).isNull();
        }
    }

    @Test
    void a_parameter_is_decoded_to_what_was_escaped_and_stays_one() {
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int i = 0; i < 5000; i++) {
            String text = random(random);
            String escaped = PercentEncoding.inParameter(text);
            URI uri = URI.create("https://r.example/v2/?from=" + escaped + "&n=1");
            assertThat(uri.getQuery()).as("seed " + seed).isEqualTo("from=" + text + "&n=1");
            assertThat(escaped).as("seed " + seed).doesNotContain("&", "=", "+", "#", " ");
        }
    }
}
