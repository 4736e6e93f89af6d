package io.github.registryclient.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.error.InvalidInputException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.EnabledOnJre;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One key in every form that OpenSSL writes; the plain PKCS#8 form is read by the JDK alone. */
class KeysTest {
    private static PrivateKey asTheJdkReads(String fixture, String algorithm) throws Exception {
        byte[] der = Base64.getMimeDecoder().decode(Fixture.text(fixture).replaceAll("-----[A-Z ]+-----", ""));
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
    }

    /** The JDK compares encodings, of which one may have the public key and another not. */
    private static void assertSameEcKey(PrivateKey read) throws Exception {
        ECPrivateKey expected = (ECPrivateKey) asTheJdkReads("ec256.pkcs8.pem", "EC");
        assertThat(((ECPrivateKey) read).getS()).isEqualTo(expected.getS());
        assertThat(((ECPrivateKey) read).getParams())
                .hasToString(expected.getParams().toString());
    }

    private static void assertRefused(String name, String pem, char[] password, String... words) {
        assertThatThrownBy(() -> Keys.read(Source.text(name, pem), password))
                .isExactlyInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith(name + " ")
                .hasMessageContainingAll(words)
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pkcs8",
                "pkcs1",
                "aes128-sha1",
                "aes192-sha512",
                "aes256-sha256",
                "des3",
                "sha1-3des",
                "sha1-rc2-40",
                "md5-des"
            })
    void an_rsa_key_is_the_same_in_every_form(String form) throws Exception {
        assertThat(Keys.read(Fixture.source("rsa." + form + ".pem"), Fixture.password()))
                .isEqualTo(asTheJdkReads("rsa.pkcs8.pem", "RSA"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sec1", "sec1-parameters", "pkcs8"})
    void an_ec_key_is_the_same_in_every_form(String form) throws Exception {
        assertSameEcKey(Keys.read(Fixture.source("ec256." + form + ".pem"), null));
    }

    @Test
    void a_key_without_its_curve_takes_that_of_the_block_before() throws Exception {
        Der key = Der.whole(Pem.read(Fixture.source("ec256.sec1.pem")).get(0).der(), Der.SEQUENCE);
        byte[] without = Der.write(
                Der.SEQUENCE, key.value(Der.INTEGER), key.value(Der.OCTETS)); // RFC 5915: the rest is optional
        String block = "-----BEGIN EC PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(without)
                + "\n-----END EC PRIVATE KEY-----\n";
        String parameters = Fixture.text("ec256.sec1-parameters.pem").split("(?=-----BEGIN EC PRIVATE)", 2)[0];

        assertSameEcKey(Keys.read(Source.text("key", parameters + block), null));
        assertRefused("key", block, null, "does not name its curve", "openssl pkcs8 -topk8");
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_17)
    void ed25519_is_read_where_java_has_it() throws Exception {
        assertThat(Keys.read(Fixture.source("ed25519.pkcs8.pem"), null))
                .isEqualTo(asTheJdkReads("ed25519.pkcs8.pem", "Ed25519"));
    }

    @Test
    @EnabledOnJre(JRE.JAVA_11)
    void ed25519_is_named_where_java_does_not_have_it() {
        assertRefused("ed.pem", Fixture.text("ed25519.pkcs8.pem"), null, "Ed25519", "from 15 on");
    }

    @ParameterizedTest
    @CsvSource({
        "aes256-sha256, Swordfish",
        "aes256-sha256, ''",
        "des3, x",
        "sha1-3des, x",
        "sha1-rc2-40, x",
        "md5-des, ünicode"
    })
    void a_wrong_password_is_told_and_not_shown(String form, String password) {
        assertRefused(
                "key.pem",
                Fixture.text("rsa." + form + ".pem"),
                password.toCharArray(),
                "does not open with this password");
    }

    @Test
    void the_password_is_left_as_it_was() {
        char[] password = Fixture.password();
        Keys.read(Fixture.source("rsa.aes256-sha256.pem"), password);

        assertThat(password).isEqualTo(Fixture.password());
    }

    @Test
    void an_encrypted_key_without_password_asks_for_it() {
        assertRefused("key.pem", Fixture.text("rsa.des3.pem"), null, "is encrypted: give the password");
    }

    @Test
    void what_is_not_read_is_told_with_the_command_that_converts_it() {
        assertRefused(
                "old.pem",
                Fixture.text("rsa.old-encrypted.pem"),
                Fixture.password(),
                "Proc-Type: 4,ENCRYPTED",
                "openssl pkcs8 -topk8 -v2 aes-256-cbc -in old.pem");
        assertRefused(
                "key.pem",
                Fixture.text("rsa.scrypt.pem"),
                Fixture.password(),
                "scrypt",
                "openssl pkcs8 -topk8 -v2 aes-256-cbc -in key.pem");
        assertRefused(
                "id",
                Fixture.text("rsa.pkcs8.pem").replace("PRIVATE", "OPENSSH PRIVATE"),
                null,
                "ssh-keygen -p -m PKCS8");
        assertRefused(
                "dsa",
                Fixture.text("rsa.pkcs8.pem").replace("PRIVATE", "DSA PRIVATE"),
                null,
                "DSA PRIVATE KEY",
                "openssl");
    }

    @Test
    void a_file_with_no_key_or_with_two_is_told() {
        assertRefused("a", Fixture.text("rsa.cert.pem"), null, "has no private key", "-----BEGIN PRIVATE KEY-----");
        assertRefused("a", "", null, "has no private key");
        assertRefused("a", Fixture.text("rsa.pkcs8.pem") + Fixture.text("ec256.sec1.pem"), null, "has 2 private keys");
    }

    @Test
    void a_certificate_in_the_same_file_is_passed_over() {
        String both = Fixture.text("rsa.cert.pem") + Fixture.text("rsa.pkcs1.pem");

        assertThat(Keys.read(Source.text("both.pem", both), null).getAlgorithm())
                .isEqualTo("RSA");
    }

    @Test
    void iterations_that_would_take_minutes_are_refused() throws Exception {
        byte[] kdf = Der.write(Der.SEQUENCE, Der.write(Der.OCTETS, new byte[8]), Der.write(Der.INTEGER, new byte[] {
            0x7F, 0x7F, 0x7F, 0x7F
        }));
        byte[] pbes2 = Der.write(
                Der.SEQUENCE,
                Der.write(Der.SEQUENCE, Der.write(Der.OBJECT_IDENTIFIER, Hex.bytes("2a864886f70d01050c")), kdf));
        byte[] scheme =
                Der.write(Der.SEQUENCE, Der.write(Der.OBJECT_IDENTIFIER, Hex.bytes("2a864886f70d01050d")), pbes2);
        byte[] key = Der.write(Der.SEQUENCE, scheme, Der.write(Der.OCTETS, new byte[16]));

        assertThatThrownBy(() -> EncryptedKey.decrypt(key, Fixture.password())).hasMessageContaining("iteration count");
    }
}
