package io.github.registryclient.docker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.error.CredentialsUnavailableException;
import io.github.registryclient.name.RepositoryName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Files and helpers may say anything: credentials come of it, or none, or a {@link CredentialsUnavailableException}, and nothing
 * of a secret is shown. The seed stands in each message; {@code -Dfuzz.seed=N} plays one again.
 */
class CredentialFuzzTest {
    private static final int ROUNDS = 4_000;
    private static final String HOST = "registry.example.com";
    private static final RegistryKeys KEYS = RegistryKeys.of(HOST, Optional.of(RepositoryName.of("team/app")));
    private static final String FILE = "{\"auths\":{\"registry.example.com\":{\"auth\":\"YWxpY2U6c3dvcmRmaXNo\"},"
            + "\"https://index.docker.io/v1/\":{\"username\":\"alice\",\"password\":\"swordfish\"},"
            + "\"registry.example.com/team\":{\"identitytoken\":\"swordfish\",\"auth\":\"MDo=\"},"
            + "\"registry.example.com/team/app\":{\"registrytoken\":\"swordfish\"}},"
            + "\"credHelpers\":{\"registry.example.com\":\"play\"},\"credsStore\":\"play\"}";
    private static final String ANSWER =
            "{\"ServerURL\":\"registry.example.com\",\"Username\":\"alice\",\"Secret\":\"swordfish\"}\n";
    private static final String NO_ANSWER = "{\"ServerURL\":\"\",\"Username\":\"\",\"Secret\":\"\"}\n";
    private static final String[] PIECES = {
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        "\"",
        "\\",
        "null",
        "true",
        "7",
        "1e999",
        "\"auth\"",
        "\"auths\"",
        "\"swordfish\"",
        "\"c3dvcmRmaXNo\"",
        "swordfish",
        "\\ud800",
        "\u0000",
        "\ufeff",
        "\n",
        "https://",
        "/v1/",
        ":443",
        "<token>",
        "=",
        " ",
    };
    private static final Pattern SHOWN_SECRET = Pattern.compile("swordfish|c3dvcmRmaXNo");

    private final long seed = Long.getLong("fuzz.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private int found;
    private int none;
    private int refused;

    private void check(String what, byte[] document, Supplier<Credentials> call) {
        try {
            Credentials credentials = call.get();
            found += credentials.isAnonymous() ? 0 : 1;
            none += credentials.isAnonymous() ? 1 : 0;
            assertHarmless(what, credentials.toString());
        } catch (CredentialsUnavailableException e) {
            refused++;
            for (Throwable t = e; t != null; t = t.getCause()) {
                assertHarmless(what, t.toString());
            }
        } catch (RuntimeException | Error e) {
            throw new AssertionError(what + ": " + Arrays.toString(document), e);
        }
    }

    /** Keys are shown, so a mutation may have made a key of a secret; whole and unmoved it must not appear. */
    private static void assertHarmless(String what, String text) {
        assertThat(text).as(what).hasSizeLessThan(2_000).matches("[^\\p{Cntrl}]+");
        assertThat(SHOWN_SECRET
                        .matcher(text.replaceAll("auths entry \".*|account .*|^.*:\\*\\*\\* from.*|of .*", ""))
                        .find())
                .as(what + ": " + text)
                .isFalse();
    }

    private void assertAllOutcomes() {
        assertThat(List.of(found, none, refused)).as("seed " + seed).allMatch(count -> count > 5);
    }

    private byte[] mutated(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        boolean gently = random.nextBoolean(); // so that it stays JSON more often than not
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            int at = random.nextInt(bytes.length + 1);
            if (gently && at < bytes.length && Character.isLetterOrDigit(bytes[at])) {
                bytes[at] = (byte) "aZ0_./:=+ ".charAt(random.nextInt(10));
            } else if (!gently) {
                bytes = replaced(bytes, at, Math.min(bytes.length, at + random.nextInt(12)));
            }
        }
        return bytes;
    }

    private byte[] replaced(byte[] bytes, int from, int to) {
        byte[] piece = piece();
        byte[] changed = Arrays.copyOf(bytes, from + piece.length + bytes.length - to);
        System.arraycopy(piece, 0, changed, from, piece.length);
        System.arraycopy(bytes, to, changed, from + piece.length, bytes.length - to);
        return changed;
    }

    private byte[] piece() {
        switch (random.nextInt(4)) {
            case 0:
                return new byte[] {(byte) random.nextInt(256)};
            case 1:
                return new byte[0];
            default:
                return PIECES[random.nextInt(PIECES.length)].getBytes(UTF_8);
        }
    }

    private byte[] pieces() {
        StringBuilder text = new StringBuilder("{\"auths\":{\"registry.example.com\":");
        for (int count = random.nextInt(12); count > 0; count--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.append(random.nextBoolean() ? "}}" : "").toString().getBytes(UTF_8);
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_file_may_hold_anything(Dialect dialect) {
        String start = dialect == Dialect.DOCKERCFG
                ? FILE.substring(FILE.indexOf("{\"registry"), FILE.indexOf("},\"cred") + 1)
                : FILE;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] document = random.nextInt(8) == 0 ? pieces() : mutated(start);
            check(
                    "seed " + seed + " round " + round,
                    document,
                    () -> AuthConfig.parse("a file", dialect, document)
                            .orElseGet(() -> AuthConfig.empty("a file", dialect))
                            .find(KEYS, CredentialFuzzTest::helper));
        }
        assertAllOutcomes();
    }

    /** A helper that has none, so that the file's entries are looked at as well. */
    private static Credentials helper(String name, String server, String configured) {
        CredentialHelper.named(name, configured);
        return Credentials.anonymous();
    }

    @Test
    void a_helper_may_print_anything() {
        for (int round = 0; round < ROUNDS; round++) {
            byte[] out = mutated(random.nextInt(8) == 0 ? NO_ANSWER : ANSWER);
            check("seed " + seed + " round " + round, out, () -> ask(new HelperOutput(0, out, new byte[0])));
        }
        assertAllOutcomes();
    }

    /** What a failing helper says in prose is shown; that a secret among it is cut out shows {@link HelperOutputTest}. */
    @Test
    void a_helper_may_fail_with_any_words() {
        for (int round = 0; round < ROUNDS; round++) {
            byte[] out = words("credentials not found in native keychain\n");
            byte[] err = words("{\"message\": \"gpg: decryption failed: No secret key\"}");
            check("seed " + seed + " round " + round, out, () -> ask(new HelperOutput(1, out, err)));
        }
        assertThat(List.of(none, refused)).as("seed " + seed).allMatch(count -> count > ROUNDS / 20);
        assertThat(found).isZero();
    }

    private byte[] words(String text) {
        if (random.nextInt(4) == 0) {
            return text.getBytes(UTF_8);
        }
        return new String(mutated(text), UTF_8)
                .replaceAll(SHOWN_SECRET.pattern(), "x")
                .getBytes(UTF_8);
    }

    private static Credentials ask(HelperOutput output) {
        return CredentialHelper.named("play", "a test").get(HOST, (program, input, left) -> output, Place::unhurried);
    }

    @Test
    void a_key_may_be_anything() {
        for (int round = 0; round < ROUNDS; round++) {
            String key = new String(mutated("https://registry.example.com:443/v1/"), UTF_8);
            assertThat(RegistryKeys.hostOfAnyPath(key))
                    .as("seed " + seed + ": " + key)
                    .doesNotContain("/");
            RegistryKeys.host(key).ifPresent(host -> assertThat(host).doesNotContain("/"));
        }
    }
}
