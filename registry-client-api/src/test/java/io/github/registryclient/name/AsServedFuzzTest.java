package io.github.registryclient.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.registryclient.error.InvalidInputException;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Whatever a server or a person calls something: a name that is kept as it came, or an invalid input; nothing else. */
class AsServedFuzzTest {
    private static final int ROUNDS = 4_000;
    private static final String[] PIECES = {
        "a",
        "b-1",
        "A",
        "_",
        "__",
        ".",
        "..",
        "/",
        "//",
        "-",
        ":",
        "sha256:",
        "0".repeat(64),
        "sha256:" + "0".repeat(64),
        "%2e",
        "\\",
        "@",
        " ",
        "é",
        "😀",
        "\ud800",
        "\u202e",
        "\u2028",
        "\u0000",
        "\r\n",
        "\u007f",
        "\ufeff",
        "x".repeat(130),
        "y/".repeat(300)
    };

    private final long seed = Long.getLong("fuzz.seed", System.nanoTime());
    private final Random random = new Random(seed);

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(
                    random.nextInt(10) == 0
                            ? Character.toString(random.nextInt(Character.MAX_CODE_POINT + 1))
                            : PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    /** How many were taken. */
    private int read(String what, Function<String, Object> reader) {
        int taken = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String text = text();
            try {
                Object name = reader.apply(text);
                taken++;
                assertThat(name).as("%s, seed %d", what, seed).hasToString(text);
                assertThat(isSafe(text))
                        .as("%s, seed %d, <%s>", what, seed, text)
                        .isTrue();
            } catch (InvalidInputException refused) {
                assertThat(refused.getMessage())
                        .as("%s, seed %d", what, seed)
                        .hasSizeLessThan(1_000)
                        .matches("[^\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]+");
            } catch (RuntimeException other) {
                fail(what + ", seed " + seed + ", <" + text + ">", other);
            }
        }
        return taken;
    }

    /** Nothing that breaks lines, deceives, or leads out of its path. */
    private static boolean isSafe(String text) {
        boolean printable = text.codePoints().noneMatch(c -> {
            int type = Character.getType(c);
            return type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR
                    || type == Character.SURROGATE;
        });
        String path = "/" + text + "/";
        return printable
                && !text.isEmpty()
                && text.indexOf('\\') < 0
                && !path.contains("//")
                && !path.contains("/./")
                && !path.contains("/../");
    }

    @Test
    void a_served_name_is_kept_or_refused() {
        assertThat(read("served repository", RepositoryName::asServed)).isPositive();
        assertThat(read("served tag", Tag::asServed)).isPositive();
    }

    @Test
    void a_typed_name_is_kept_or_refused() {
        assertThat(read("repository", RepositoryName::of)).isPositive();
        assertThat(read("tag", Tag::of)).isPositive();
        assertThat(read("digest", Digest::of)).isPositive();
        assertThat(read("reference", Reference::of)).isPositive();
    }
}
