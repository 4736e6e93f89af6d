package io.github.registryclient.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.registryclient.error.InvalidInputException;
import java.net.URI;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is given as a registry's URL: an origin with a prefix, or an invalid input that shows no password. */
class RegistryUrlFuzzTest {
    private static final int ROUNDS = 10_000;
    private static final String[] PIECES = {
        "http://",
        "https://",
        "HTTP://",
        "ftp://",
        "localhost",
        "r.example.com",
        "docker.io",
        "[::1]",
        "[::1",
        "127.0.0.1",
        "a_b",
        ":5000",
        ":0",
        ":99999",
        ":",
        "/",
        "/v2",
        "/v2/",
        "/team",
        "/..",
        "//",
        "@",
        "user:5ecre7@",
        "?n=5ecre7",
        "#5ecre7",
        "%zz",
        "%41",
        " ",
        "\u0000",
        "\r\n",
        "é",
        "\\",
        "{",
        "\ud800",
        "xn--"
    };

    @Test
    void it_is_read_or_refused() {
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        Random random = new Random(seed);
        int taken = 0;
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder text = new StringBuilder(random.nextInt(4) > 0 ? PIECES[random.nextInt(2)] : "");
            for (int i = random.nextInt(5); i >= 0; i--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            String url = text.toString();
            try {
                URI read = RegistryUrl.parse(url);
                taken++;
                assertThat(read.getHost()).as("seed %d, <%s>", seed, url).isNotNull();
                assertThat(read.toString())
                        .as("seed %d, <%s>", seed, url)
                        .matches("https?://[a-z0-9.\\[\\]:-]+(/[A-Za-z0-9._~-]+)*")
                        .doesNotContain("5ecre7");
            } catch (InvalidInputException refused) {
                assertThat(refused.getMessage())
                        .as("seed %d, <%s>", seed, url)
                        .doesNotContain("5ecre7")
                        .doesNotContain("\n", "\r", "\u0000");
            } catch (RuntimeException other) {
                fail("seed " + seed + ", <" + url + ">", other);
            }
        }
        assertThat(taken).isPositive();
    }
}
