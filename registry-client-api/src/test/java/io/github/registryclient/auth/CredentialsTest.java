package io.github.registryclient.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.registryclient.error.InvalidInputException;
import java.util.List;
import java.util.Optional;
import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {
    private static final String SECRET = "swordfish-5174";

    @Test
    void keep_user_name_and_password_as_given() {
        Credentials credentials = Credentials.basic("robot$ci", " pä:ss ");

        assertThat(credentials.username()).isEqualTo("robot$ci");
        assertThat(credentials.password()).isEqualTo(" pä:ss ");
        assertThat(credentials.isAnonymous()).isFalse();
    }

    @Test
    void anonymous_has_neither() {
        assertThat(Credentials.anonymous().isAnonymous()).isTrue();
        assertThat(Credentials.anonymous().username()).isEmpty();
        assertThat(Credentials.anonymous().password()).isEmpty();
        assertThat(Credentials.anonymous()).hasToString("anonymous");
    }

    @Test
    void a_header_alone_is_an_account_and_beside_other_proof_part_of_it() {
        Credentials alone = Credentials.header("X-Tenant-Key", SECRET);
        assertThat(alone.kind()).isEqualTo(Credentials.Kind.HEADER);
        assertThat(alone.isAnonymous()).isFalse();
        assertThat(alone).hasToString("header x-tenant-key ***").isEqualTo(Credentials.header("x-tenant-key", SECRET));

        Credentials basic = Credentials.basic("alice", "pass");
        Credentials both = basic.withHeader("X-Tenant-Key", "other").withHeader("x-tenant-KEY", SECRET);
        assertThat(both.kind()).isEqualTo(Credentials.Kind.BASIC);
        assertThat(both.headerNames()).containsExactly("x-tenant-key");
        assertThat(both.headerValue("X-Tenant-Key")).isEqualTo(SECRET);
        assertThat(both.headerValue("X-Other")).isEmpty();
        assertThat(both.withSource("a test")).isEqualTo(both).isNotEqualTo(basic);
        assertThat(both.withSource("a test")).hasToString("alice:*** and header x-tenant-key *** from a test");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization", "Proxy-Key", "cookie", "X Key", ""})
    void a_header_whose_name_is_not_free_is_refused(String name) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Credentials.header(name, SECRET))
                .withMessageNotContaining(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", SECRET + "\r\nX: y", " " + SECRET, SECRET + "\u00fc"})
    void a_header_that_cannot_be_sent_is_refused_without_showing_it(String value) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Credentials.anonymous().withHeader("X-Key", value))
                .withMessageNotContaining("swordfish");
    }

    @Test
    void never_print_the_secret() {
        Credentials credentials = Credentials.basic("alice", SECRET);

        assertThat(credentials.toString()).contains("alice").doesNotContain(SECRET);
        assertThat(String.format("%s", Optional.of(credentials))).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SECRET + "\n",
                SECRET + "\r\n",
                "\t" + SECRET,
                SECRET + "\u0000",
                SECRET + "\u0085",
                "\u007f" + SECRET
            })
    void a_password_with_control_characters_is_refused_without_showing_it(String password) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Credentials.basic("alice", password))
                .withMessageContaining("alice")
                .withMessageContaining("line end")
                .satisfies(e ->
                        assertThat(e.toString()).doesNotContain("swordfish").doesNotContain("\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "alice:", ":", "alice:swordfish-5174", "al\nice", "alice\u0000", "\u001b[2J"})
    void a_user_name_that_cannot_be_sent_is_refused_without_showing_it(String username) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Credentials.basic(username, SECRET))
                .withMessageContaining("user name")
                .withMessageContaining("colon")
                .satisfies(e ->
                        assertThat(e.toString()).doesNotContain("swordfish").matches("\\P{Cntrl}+"));
    }

    @Test
    void an_empty_password_is_refused() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Credentials.basic("alice", ""))
                .withMessageContaining("empty");
    }

    @Test
    void a_long_or_deceiving_user_name_is_shown_shortened_and_escaped() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Credentials.basic("\u202e\u2028" + "a".repeat(100_000), ""))
                .satisfies(e ->
                        assertThat(e.getMessage()).hasSizeLessThan(1_000).matches("[^\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+"));
    }

    @Test
    void are_equal_by_kind_user_name_and_secret() {
        EqualsVerifier.forClass(Credentials.class)
                .withNonnullFields("kind", "username", "secret")
                .withIgnoredFields("source")
                .verify();
    }

    @Test
    void an_identity_token_may_name_its_account() {
        Credentials credentials = Credentials.identityToken("alice", SECRET);

        assertThat(credentials.kind()).isEqualTo(Credentials.Kind.IDENTITY_TOKEN);
        assertThat(credentials.token()).isEqualTo(SECRET);
        assertThat(credentials.username()).isEqualTo("alice");
        assertThat(credentials.password()).isEmpty();
        assertThat(credentials.isAnonymous()).isFalse();
        assertThat(credentials).hasToString("identity token *** of alice");
        assertThat(Credentials.identityToken(SECRET)).hasToString("identity token ***");
    }

    @Test
    void a_bearer_token_has_no_account() {
        Credentials credentials = Credentials.bearer(SECRET);

        assertThat(credentials.kind()).isEqualTo(Credentials.Kind.BEARER);
        assertThat(credentials.token()).isEqualTo(SECRET);
        assertThat(credentials.username()).isEmpty();
        assertThat(credentials.password()).isEmpty();
        assertThat(credentials.isAnonymous()).isFalse();
        assertThat(credentials).hasToString("bearer token ***");
    }

    @Test
    void kinds_are_told_apart_though_the_secret_is_the_same() {
        assertThat(List.of(
                        Credentials.identityToken(SECRET),
                        Credentials.bearer(SECRET),
                        Credentials.basic("alice", SECRET),
                        Credentials.identityToken("alice", SECRET)))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", SECRET + "\n", SECRET + " x", SECRET + "\u0000", SECRET + "é", "\u007f" + SECRET})
    void a_bearer_token_that_no_header_can_carry_is_refused_without_showing_it(String token) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Credentials.bearer(token))
                .withMessageContaining("bearer token")
                .withMessageNotContaining("swordfish");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", SECRET + "\n", SECRET + "\u0000"})
    void an_identity_token_with_control_characters_is_refused_without_showing_it(String token) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Credentials.identityToken(token))
                .withMessageContaining("identity token")
                .withMessageNotContaining("swordfish");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Credentials.identityToken("al\nice", SECRET))
                .withMessageContaining("account")
                .withMessageNotContaining("swordfish");
    }

    @Test
    void a_source_is_shown_and_does_not_matter_for_equality() {
        Credentials noted = Credentials.basic("alice", SECRET).withSource("~/.docker/config.json,\nauths");

        assertThat(noted.source()).contains("~/.docker/config.json, auths");
        assertThat(noted).hasToString("alice:*** from ~/.docker/config.json, auths");
        assertThat(noted).isEqualTo(Credentials.basic("alice", SECRET));
        assertThat(Credentials.basic("alice", SECRET).source()).isEmpty();
        assertThat(Credentials.anonymous().withSource("nowhere").isAnonymous()).isTrue();
        assertThat(Credentials.anonymous().withSource("nowhere")).isEqualTo(Credentials.anonymous());
    }

    @Test
    void null_is_refused() {
        assertThatNullPointerException().isThrownBy(() -> Credentials.basic(null, SECRET));
        assertThatNullPointerException().isThrownBy(() -> Credentials.basic("alice", null));
        assertThatNullPointerException().isThrownBy(() -> Credentials.identityToken(null));
        assertThatNullPointerException().isThrownBy(() -> Credentials.bearer(null));
        assertThatNullPointerException()
                .isThrownBy(() -> Credentials.anonymous().withSource(null));
    }
}
