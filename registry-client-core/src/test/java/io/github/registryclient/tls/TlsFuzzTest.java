package io.github.registryclient.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.error.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files may hold anything: what comes of it is a certificate, a key, or an {@link InvalidInputException} that is short and shows
 * nothing of them. The seed stands in each message; {@code -Dfuzz.seed=N} plays one again.
 */
class TlsFuzzTest {
    private static final int ROUNDS = 400;
    private static final String[] PIECES = {
        "-----BEGIN ",
        "-----END ",
        "-----",
        "CERTIFICATE-----\n",
        "PRIVATE KEY-----\n",
        "EC PARAMETERS-----\n",
        "\n",
        "\r\n",
        "Proc-Type: 4,ENCRYPTED\n",
        ": ",
        "=",
        "\ufeff",
        "\0",
        "MII",
        "swordfish",
    };

    @TempDir
    Path folder;

    private final long seed = Long.getLong("fuzz.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private int read;
    private int refused;

    private void check(String name, byte[] document, Consumer<Source> reader) {
        try (Source source = Source.file(write(document))) {
            reader.accept(source);
            read++;
        } catch (InvalidInputException e) {
            refused++;
            assertThat(e.getMessage())
                    .as("seed " + seed)
                    .hasSizeLessThan(1_500)
                    .matches("[^\\p{Cntrl}]+")
                    .doesNotContain("swordfish", "MII");
        } catch (RuntimeException | Error e) {
            throw new AssertionError(
                    "seed " + seed + ", from " + name + ": "
                            + Base64.getEncoder().encodeToString(document),
                    e);
        }
    }

    private Path write(byte[] document) {
        try {
            return Files.write(folder.resolve("file"), document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A few bytes changed, left out, or put in. */
    private byte[] mutated(byte[] document) {
        byte[] bytes = document;
        for (int changes = 1 + random.nextInt(3); changes > 0 && bytes.length > 0; changes--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0:
                    bytes = replaced(bytes, at, Math.min(bytes.length, at + random.nextInt(40)), new byte[0]);
                    break;
                case 1:
                    byte[] piece = PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8);
                    bytes = replaced(bytes, at, at, piece);
                    break;
                default:
                    bytes = replaced(bytes, at, at + 1, new byte[] {(byte) random.nextInt(256)});
            }
        }
        return bytes;
    }

    private static byte[] replaced(byte[] bytes, int from, int to, byte[] piece) {
        byte[] changed = Arrays.copyOf(bytes, from + piece.length + bytes.length - to);
        System.arraycopy(piece, 0, changed, from, piece.length);
        System.arraycopy(bytes, to, changed, from + piece.length, bytes.length - to);
        return changed;
    }

    /** The same document with its insides changed: the base64 stays right, so that what it encodes gets read. */
    private byte[] mutatedInside(String pem) {
        StringBuilder text = new StringBuilder();
        for (String part : pem.split("(?=-----BEGIN)", -1)) {
            if (part.startsWith("-----BEGIN") && !part.contains(":")) {
                String[] lines = part.split("-----\n|\n-----", -1);
                byte[] der = mutated(Base64.getMimeDecoder().decode(lines[1]));
                text.append(lines[0])
                        .append("-----\n")
                        .append(Base64.getMimeEncoder().encodeToString(der));
                text.append("\n-----").append(lines[2]).append("-----\n");
            }
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private void fuzz(String name, Consumer<Source> reader) {
        for (int round = 0; round < ROUNDS; round++) {
            check(name, round % 3 == 0 ? mutated(Fixture.bytes(name)) : mutatedInside(Fixture.text(name)), reader);
        }
        assertThat(refused).as("seed " + seed).isGreaterThan(ROUNDS / 20);
        assertThat(read + refused).isEqualTo(ROUNDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ca.pem", "rsa.cert.pem", "ed25519.cert.pem"})
    void a_certificate_may_be_anything(String name) {
        fuzz(name, Certificates::read);
        assertThat(read).as("seed " + seed).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rsa.pkcs8.pem",
                "rsa.pkcs1.pem",
                "rsa.old-encrypted.pem",
                "ec256.sec1.pem",
                "ec256.sec1-parameters.pem",
                "ec256.pkcs8.pem",
                "ed25519.pkcs8.pem"
            })
    void a_key_may_be_anything(String name) {
        fuzz(name, source -> Keys.read(source, Fixture.password()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"rsa.aes256-sha256.pem", "rsa.des3.pem", "rsa.sha1-3des.pem", "rsa.md5-des.pem", "rsa.scrypt.pem"
            })
    void an_encrypted_key_may_be_anything(String name) {
        fuzz(name, source -> Keys.read(source, Fixture.password()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa.p12", "rsa.legacy.p12", "no-key.p12"})
    void a_pkcs12_file_may_be_anything(String name) {
        for (int round = 0; round < ROUNDS / 4; round++) {
            check(name, mutated(Fixture.bytes(name)), source -> Pkcs12.read(source, Fixture.password()));
        }
        assertThat(refused).as("seed " + seed).isGreaterThan(ROUNDS / 20);
    }

    @Test
    void certificates_and_keys_that_belong_to_nothing_are_refused_together_too() {
        byte[] pair =
                (Fixture.text("rsa.cert.pem") + Fixture.text("rsa.pkcs1.pem")).getBytes(StandardCharsets.US_ASCII);
        for (int round = 0; round < ROUNDS; round++) {
            check(
                    "a pair",
                    mutated(pair),
                    source -> ClientIdentity.of(Keys.read(source, null), Certificates.read(source), source.name()));
        }
        assertThat(refused).as("seed " + seed).isGreaterThan(ROUNDS / 20);
    }
}
