package io.github.registryclient.name;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

/** Digests of content that streams by; the values are those of FIPS 180-2, appendix B.1 and C.1. */
class HasherTest {
    private static final byte[] ABC = "abc".getBytes(UTF_8);
    private static final String SHA256 = "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private static final String SHA512 = "sha512:ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
            + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f";

    private static Digest inParts(Hasher hasher) {
        hasher.update(ABC, 0, 1);
        hasher.update(ABC, 1, 0);
        hasher.update(ABC, 1, 2);
        return hasher.finish();
    }

    @Test
    void content_in_parts_has_the_digest_of_the_whole() {
        assertThat(inParts(Hasher.sha256())).hasToString(SHA256);
        assertThat(inParts(Digest.of(SHA256).hasher().orElseThrow())).hasToString(SHA256);
        assertThat(inParts(Digest.of(SHA512).hasher().orElseThrow())).hasToString(SHA512);
    }

    @Test
    void no_content_has_the_digest_of_nothing() {
        assertThat(Hasher.sha256().finish()).isEqualTo(Digest.sha256(new byte[0]));
    }

    @Test
    void a_finished_digest_stays_and_takes_no_more() {
        Hasher hasher = Hasher.sha256();
        hasher.update(ABC, 0, 3);

        assertThat(hasher.finish()).isEqualTo(hasher.finish());
        assertThatIllegalStateException().isThrownBy(() -> hasher.update(ABC, 0, 1));
    }
}
