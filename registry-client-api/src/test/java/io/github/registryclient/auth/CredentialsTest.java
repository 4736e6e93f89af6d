package io.github.registryclient.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.name.RepositoryName;
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
    void are_equal_by_user_name_and_password() {
        EqualsVerifier.forClass(Credentials.class)
                .withNonnullFields("username", "password")
                .verify();
    }

    @Test
    void a_fixed_provider_gives_the_same_to_everybody_and_has_no_others() {
        Credentials credentials = Credentials.basic("alice", SECRET);
        CredentialsProvider provider = CredentialsProvider.fixed(credentials);
        Optional<RepositoryName> repository = Optional.of(RepositoryName.of("a/b"));

        assertThat(provider.credentials("host:5000", Optional.empty())).isEqualTo(credentials);
        assertThat(provider.credentials("other", repository)).isEqualTo(credentials);
        assertThat(provider.refresh("other", repository, credentials)).isEqualTo(credentials);
        assertThat(provider.toString()).doesNotContain(SECRET);
        assertThat(CredentialsProvider.anonymous()
                        .credentials("host", repository)
                        .isAnonymous())
                .isTrue();
    }

    @Test
    void refreshing_asks_again_unless_a_provider_knows_better() {
        int[] asked = {0};
        CredentialsProvider provider = (host, repository) -> Credentials.basic("alice", "password-" + ++asked[0]);
        Credentials first = provider.credentials("host", Optional.empty());

        assertThat(provider.refresh("host", Optional.empty(), first).password()).isEqualTo("password-2");
    }

    @Test
    void null_is_refused() {
        assertThatNullPointerException().isThrownBy(() -> Credentials.basic(null, SECRET));
        assertThatNullPointerException().isThrownBy(() -> Credentials.basic("alice", null));
        assertThatNullPointerException().isThrownBy(() -> CredentialsProvider.fixed(null));
    }
}
