package io.github.registryclient.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.registryclient.error.MalformedDocumentException;
import io.github.registryclient.name.Digest;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The exact bytes stay beside what was read from them, and the digest is theirs. */
class ManifestBytesTest {
    private static final Digest OTHER = Digest.of("sha256:" + "0".repeat(64));

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "IMAGE_CONFIG")
    void bytes_are_kept_exactly_with_their_sha256(Fixtures fixture) throws Exception {
        byte[] document = (" \r\n" + fixture.text() + "\n\t ").getBytes(UTF_8);

        Manifest manifest = Manifest.parse(fixture.mediaType(), document);

        assertThat(manifest.bytes()).isEqualTo(document);
        assertThat(manifest.size()).isEqualTo(document.length);
        assertThat(manifest.digest()).hasToString("sha256:" + hash("SHA-256", 64, document));
    }

    @Test
    void later_changes_of_the_callers_array_do_not_reach_the_manifest() {
        byte[] document = Fixtures.OCI_INDEX.bytes();
        Manifest manifest = Manifest.parse("", document);
        Manifest checked = Manifest.parse("", document, Digest.sha256(document));
        ImageConfig config = ImageConfig.parse(document);
        Arrays.fill(document, (byte) 'x');

        assertThat(manifest.bytes()).isEqualTo(Fixtures.OCI_INDEX.bytes());
        assertThat(checked.bytes()).isEqualTo(Fixtures.OCI_INDEX.bytes());
        assertThat(config.bytes()).isEqualTo(Fixtures.OCI_INDEX.bytes());
    }

    @Test
    void the_array_handed_out_is_a_copy() {
        Manifest manifest = Fixtures.OCI_INDEX.manifest();
        ImageConfig config = ImageConfig.parse(Fixtures.IMAGE_CONFIG.bytes());
        Arrays.fill(manifest.bytes(), (byte) 'x');
        Arrays.fill(config.bytes(), (byte) 'x');

        assertThat(manifest.bytes()).isEqualTo(Fixtures.OCI_INDEX.bytes());
        assertThat(config.bytes()).isEqualTo(Fixtures.IMAGE_CONFIG.bytes());
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"IMAGE_CONFIG", "SCHEMA1_SIGNED"})
    void a_digest_that_is_not_that_of_the_bytes_is_refused(Fixtures fixture) throws Exception {
        byte[] document = fixture.bytes();
        Digest sha256 = Digest.of("sha256:" + hash("SHA-256", 64, document));
        Digest sha512 = Digest.of("sha512:" + hash("SHA-512", 128, document));

        assertThat(Manifest.parse(fixture.mediaType(), document, sha256).digest())
                .isEqualTo(sha256);
        assertThat(Manifest.parse(fixture.mediaType(), document, sha512).digest())
                .isEqualTo(sha512);
        for (Digest wrong : new Digest[] {OTHER, Digest.of("sha512:" + "0".repeat(128))}) {
            assertThatExceptionOfType(MalformedDocumentException.class)
                    .isThrownBy(() -> Manifest.parse(fixture.mediaType(), document, wrong))
                    .withMessageContaining(wrong.toString());
        }
    }

    @Test
    void one_changed_byte_is_noticed() {
        byte[] document = Fixtures.OCI_MANIFEST.bytes();
        Digest digest = Digest.sha256(document);
        byte[] changed = new String(document, UTF_8)
                .replace("\"size\": 7023", "\"size\": 7024")
                .getBytes(UTF_8);

        assertThatExceptionOfType(MalformedDocumentException.class)
                .isThrownBy(() -> Manifest.parse("", changed, digest));
    }

    @Test
    void the_digest_of_schema_1_is_the_registrys_because_it_leaves_out_signatures() {
        byte[] document = Fixtures.SCHEMA1_SIGNED.bytes();

        Manifest manifest = Manifest.parse(Fixtures.SCHEMA1_SIGNED.mediaType(), document, OTHER);

        assertThat(manifest.digest()).isEqualTo(OTHER);
        assertThat(manifest.bytes()).isEqualTo(document);
    }

    @ParameterizedTest
    @ValueSource(strings = {"md5:00", "sha384:abc", "multihash+base58:QmRZxt2b1FVZPNqd8hsiykDL3TdBDeTSPX9Kv46HmX4Gx8"})
    void a_digest_of_an_unknown_algorithm_is_kept(String digest) {
        assertThat(Manifest.parse("", Fixtures.OCI_INDEX.bytes(), Digest.of(digest))
                        .digest())
                .hasToString(digest);
    }

    @Test
    void manifests_are_equal_by_bytes_digest_and_type() {
        byte[] document = Fixtures.OCI_MANIFEST.without("/mediaType");
        Manifest oci = Manifest.parse("application/vnd.oci.image.manifest.v1+json", document);

        assertThat(oci)
                .isEqualTo(Manifest.parse("", document))
                .hasSameHashCodeAs(Manifest.parse("", document))
                .isEqualTo(Manifest.parse("", document, Digest.sha256(document)))
                .isNotEqualTo(Manifest.parse("application/vnd.docker.distribution.manifest.v2+json", document))
                .isNotEqualTo(Manifest.parse("", document, Digest.of("md5:00")))
                .isNotEqualTo(Fixtures.OCI_MANIFEST.manifest())
                .isNotEqualTo(null)
                .isNotEqualTo("text");
    }

    @Test
    void null_is_refused() {
        byte[] document = Fixtures.OCI_INDEX.bytes();
        byte[] legacy = Fixtures.SCHEMA1_SIGNED.bytes();

        assertThatNullPointerException().isThrownBy(() -> Manifest.parse(null, document));
        assertThatNullPointerException().isThrownBy(() -> Manifest.parse("", null));
        assertThatNullPointerException().isThrownBy(() -> Manifest.parse(null, document, OTHER));
        assertThatNullPointerException().isThrownBy(() -> Manifest.parse("", null, OTHER));
        assertThatNullPointerException().isThrownBy(() -> Manifest.parse("", document, null));
        assertThatNullPointerException().isThrownBy(() -> Manifest.parse("", legacy, null));
        assertThatNullPointerException().isThrownBy(() -> ImageConfig.parse(null));
    }

    private static String hash(String algorithm, int length, byte[] content) throws Exception {
        String hex = new BigInteger(1, MessageDigest.getInstance(algorithm).digest(content)).toString(16);
        return "0".repeat(length - hex.length()) + hex;
    }
}
