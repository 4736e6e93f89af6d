package io.github.registryclient.name;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.registryclient.error.InvalidInputException;
import java.security.MessageDigest;
import java.util.Random;
import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class DigestTest {
    private static final String HEX64 = "6c3c624b58dbbcd3c0dd82b4c53f04194d1247c6eebdaab7c610cf7d66709b3b";
    private static final byte[] ABC = "abc".getBytes(UTF_8);

    @Test
    void sha256_and_sha512_of_full_length_are_verifiable() {
        Digest sha256 = Digest.of("sha256:" + HEX64);
        Digest sha512 = Digest.of("sha512:" + HEX64 + HEX64);

        assertThat(sha256).hasToString("sha256:" + HEX64);
        assertThat(sha256.algorithm()).isEqualTo("sha256");
        assertThat(sha256.encoded()).isEqualTo(HEX64);
        assertThat(sha256.isVerifiable()).isTrue();
        assertThat(sha512.algorithm()).isEqualTo("sha512");
        assertThat(sha512.isVerifiable()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multihash+base58:QmRZxt2b1FVZPNqd8hsiykDL3TdBDeTSPX9Kv46HmX4Gx8",
                "sha256+b64u:LCa0a2j_xo_5m0U8HTBBNBNCLXBkg7-g-YpeiGJm564",
                "sha384:00",
                "blake3:" + HEX64,
                "md5:d41d8cd98f00b204e9800998ecf8427e",
                "a.b_c-d+e:A=_-z"
            })
    void unknown_algorithms_are_kept_as_they_are_and_cannot_be_verified(String text) {
        Digest digest = Digest.of(text);

        assertThat(digest).hasToString(text);
        assertThat(digest.algorithm() + ":" + digest.encoded()).isEqualTo(text);
        assertThat(digest.isVerifiable()).isFalse();
        assertThat(digest.sameAlgorithm(ABC)).isEmpty();
        assertThat(digest.hasher()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "sha256",
                "sha256:",
                ":" + HEX64,
                HEX64,
                "sha256:6c3c",
                "sha256:" + HEX64 + "0",
                "sha256: " + HEX64,
                " sha256:" + HEX64,
                "sha256:" + HEX64 + " ",
                "sha256:" + HEX64 + "\n",
                "\"sha256:" + HEX64 + "\"",
                "sha256:" + HEX64 + ",sha256:" + HEX64,
                "sha256:" + HEX64 + ";q=1",
                "SHA256:" + HEX64,
                "sha256:6C3c624b58dbbcd3c0dd82b4c53f04194d1247c6eebdaab7c610cf7d66709b3b",
                "sha256:gc3c624b58dbbcd3c0dd82b4c53f04194d1247c6eebdaab7c610cf7d66709b3b",
                "sha512:" + HEX64,
                "sha256-" + HEX64,
                "sha256:sha256:" + HEX64,
                "md5:a/b",
                "md5:../..",
                "md5:a%2f",
                "md5:a?b",
                "+a:b",
                "a+:b",
                "a++b:c",
                "é:a",
                "latest"
            })
    void everything_else_is_no_digest(String text) {
        assertThat(Digest.parse(text)).isEmpty();
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Digest.of(text))
                .withMessageStartingWith("invalid digest \"")
                .withMessageContaining("sha256:")
                .withMessageContaining("64 lower-case hexadecimal digits")
                .withMessageMatching("[^\\p{Cntrl}]+");
    }

    @Test
    void hashes_have_the_published_values() {
        // FIPS 180-2, appendix B.1 and C.1
        String sha256 = "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        String sha512 = "sha512:ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f";

        assertThat(Digest.sha256(ABC)).hasToString(sha256);
        assertThat(Digest.of("sha256:" + HEX64).sameAlgorithm(ABC)).contains(Digest.of(sha256));
        assertThat(Digest.of("sha512:" + HEX64 + HEX64).sameAlgorithm(ABC)).contains(Digest.of(sha512));
        // OCI image spec 1.1, "Guidance for an Empty Descriptor"
        assertThat(Digest.sha256("{}".getBytes(UTF_8)))
                .hasToString("sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22})
    void hashes_agree_with_the_jdk(long seed) throws Exception {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            byte[] content = new byte[random.nextInt(300)];
            random.nextBytes(content);
            StringBuilder hex = new StringBuilder();
            for (byte b : MessageDigest.getInstance("SHA-256").digest(content)) {
                hex.append(Character.forDigit((b & 0xff) >>> 4, 16)).append(Character.forDigit(b & 0xf, 16));
            }
            assertThat(Digest.sha256(content).encoded()).as("seed %d", seed).isEqualTo(hex.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a+", "a.", "=", "sha256:", ":", "a:a"})
    @Timeout(60)
    void long_hostile_texts_are_decided_at_once(String unit) {
        assertThat(Digest.parse(unit.repeat(1_000_000) + "!")).isEmpty();
        for (int i = 0; i < 1_000; i++) {
            assertThat(Digest.parse(unit.repeat(500 / unit.length()) + "!")).isEmpty();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {31, 32, 33})
    void parsing_never_throws_and_keeps_the_text(long seed) {
        Random random = new Random(seed);
        String valid = "sha256:" + HEX64;
        int parsed = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(valid);
            int changes = random.nextInt(3);
            for (int change = 0; change < changes; change++) {
                int at = random.nextInt(text.length());
                char c = (char) random.nextInt(random.nextBoolean() ? 0x80 : 0x10000);
                if (random.nextBoolean()) {
                    text.setCharAt(at, c);
                } else {
                    text.insert(at, c);
                }
            }
            String mutated = text.toString();
            Digest.parse(mutated)
                    .ifPresent(digest -> assertThat(digest)
                            .as("seed %d", seed)
                            .hasToString(mutated)
                            .satisfies(d -> assertThat(mutated).matches("[a-z0-9]+([+._-][a-z0-9]+)*:[a-zA-Z0-9=_-]+"))
                            .satisfies(d -> assertThat(!d.algorithm().equals("sha256")
                                            || d.encoded().matches("[a-f0-9]{64}"))
                                    .isTrue()));
            parsed += Digest.parse(mutated).isPresent() ? 1 : 0;
        }
        assertThat(parsed).as("parsed, seed %d", seed).isBetween(1_000, 19_000);
    }

    @Test
    void the_short_form_is_for_people() {
        assertThat(Digest.of("sha256:" + HEX64).shortForm()).isEqualTo("sha256:6c3c624b58db");
        assertThat(Digest.of("md5:00").shortForm()).isEqualTo("md5:00");
        assertThat(Digest.of("a:123456789012").shortForm()).isEqualTo("a:123456789012");
    }

    /** OCI distribution spec 1.1, "Referrers Tag Schema", with its limits of 32 and 64 characters. */
    @Test
    void the_tag_of_the_referrers_is_that_of_the_specification() {
        assertThat(Digest.of("sha256:" + HEX64).referrersTag()).isEqualTo(Tag.of("sha256-" + HEX64));
        assertThat(Digest.of("sha512:" + HEX64 + HEX64.replace('6', '7')).referrersTag())
                .isEqualTo(Tag.of("sha512-" + HEX64));
        assertThat(Digest.of("multihash+base58:QmRZxt2b").referrersTag())
                .isEqualTo(Tag.of("multihash-base58-QmRZxt2b"));
        assertThat(Digest.of("a.b_c:A=_-z==").referrersTag()).isEqualTo(Tag.of("a.b_c-A-_-z--"));
        assertThat(Digest.of("a".repeat(40) + ":" + "B".repeat(100)).referrersTag())
                .isEqualTo(Tag.of("a".repeat(32) + "-" + "B".repeat(64)));
    }

    @Test
    void a_tag_in_place_of_a_digest_is_refused_with_the_way_to_its_digest() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Digest.of("1.0.0"))
                .withMessageContaining("getManifestDigest");
    }

    @Test
    void equals_and_orders_by_text() {
        EqualsVerifier.forClass(Digest.class)
                .withNonnullFields("value")
                .withIgnoredFields("colon")
                .withPrefabValues(String.class, "sha256:red", "sha256:blue")
                .verify();
        assertThat(Digest.of("md5:00")).isLessThan(Digest.of("md5:01")).isEqualByComparingTo(Digest.of("md5:00"));
    }

    @Test
    void null_is_refused() {
        Digest digest = Digest.sha256(ABC);
        assertThatNullPointerException().isThrownBy(() -> Digest.of(null));
        assertThatNullPointerException().isThrownBy(() -> Digest.parse(null));
        assertThatNullPointerException().isThrownBy(() -> Digest.sha256(null));
        assertThatNullPointerException().isThrownBy(() -> digest.sameAlgorithm(null));
        assertThatNullPointerException().isThrownBy(() -> digest.compareTo(null));
    }
}
