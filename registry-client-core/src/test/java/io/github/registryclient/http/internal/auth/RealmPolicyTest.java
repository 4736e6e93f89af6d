package io.github.registryclient.http.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.error.TokenUnavailableException;
import io.github.registryclient.http.internal.secret.Secrets;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Token servers that a registry may name, and those that it may not. */
class RealmPolicyTest {
    private static Realm realm(String registry, String realm) {
        return realm(new RealmPolicy(URI.create(registry + "/v2/"), false), realm);
    }

    private static Realm realm(RealmPolicy policy, String realm) {
        Challenge challenge = ChallengeParser.parse(List.of("Bearer realm=\"" + realm + "\",service=\"s\""))
                .get(0);
        return policy.realm(challenge, () -> Secrets.of(Credentials.basic("user", "Qu0tedPassWord")));
    }

    @ParameterizedTest
    @CsvSource({
        "https://registry.example, https://auth.docker.io/token",
        "https://registry.example, https://registry.example:8443/token?a=b",
        "http://registry.example:5000, http://auth.example/token",
        "http://registry.example:5000, https://auth.example/token",
        "http://localhost:5000, http://127.0.0.1:5001/token",
        "https://10.0.0.1, https://10.0.0.2/token",
        "https://127.0.0.1:5000, https://auth.example/token",
    })
    void a_token_server_on_another_host_is_normal(String registry, String realm) {
        assertThat(realm(registry, realm).uri()).hasToString(realm);
    }

    @ParameterizedTest
    @CsvSource({
        "https://registry.example, http://auth.example/token, plain http",
        "https://registry.example, http://registry.example/token, plain http",
        "https://registry.example, https://localhost/token, private network",
        "https://registry.example, https://127.0.0.1/token, private network",
        "https://registry.example, https://[::1]/token, private network",
        "https://registry.example, https://169.254.169.254/latest/meta-data, private network",
        "https://registry.example, https://192.168.0.1/token, private network",
        "https://registry.example, https://0x7f.1/token, host",
        "https://registry.example, https://user:5ecre7@auth.example/token, user information",
        "https://registry.example, ftp://auth.example/token, scheme",
        "https://registry.example, file:///etc/passwd, scheme",
        "https://registry.example, https://my_auth/token, host",
    })
    void a_realm_that_leads_astray_is_refused(String registry, String realm, String why) {
        assertThatThrownBy(() -> realm(registry, realm))
                .isInstanceOf(TokenUnavailableException.class)
                .hasMessageContainingAll("https://registry.example", why)
                .hasMessageNotContaining("5ecre7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://Qu0tedPassWord.example/token", "https://Qu0tedPassWord.localhost/token"})
    void a_refused_realm_that_quotes_the_password_does_not_show_it(String realm) {
        assertThatThrownBy(() -> realm("https://registry.example", realm))
                .isInstanceOf(TokenUnavailableException.class)
                .hasMessageContaining("://….")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContainIgnoringCase("Qu0tedPassWord"));
    }

    @Test
    void a_private_realm_can_be_allowed() {
        RealmPolicy policy = new RealmPolicy(URI.create("https://registry.example/v2/"), true);
        assertThat(realm(policy, "https://10.0.0.1/token").host()).isEqualTo("10.0.0.1");
        assertThatThrownBy(() -> realm(policy, "http://10.0.0.1/token")).isInstanceOf(TokenUnavailableException.class);
    }

    @Test
    void a_relative_realm_is_the_registrys_own() {
        assertThat(realm("https://registry.example", "/service/token").uri())
                .hasToString("https://registry.example/service/token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://auth.example/to ken", "https://auth.example/{x}"})
    void what_an_address_may_not_hold_is_escaped(String realm) {
        assertThat(realm("https://registry.example", realm).uri().getPath()).isIn("/to ken", "/{x}");
    }

    @Test
    void the_query_of_a_realm_stays_and_every_scope_has_a_parameter() {
        Realm realm = realm("https://registry.example", "https://auth.example/token?account=x&a=%2f");
        Scopes scopes = Scopes.parse("repository:h:5000/a:pull,delete repository:c:pull");
        assertThat(realm.query(scopes, "me", "user+1"))
                .hasToString("https://auth.example/token?account=x&a=%2f&service=s"
                        + "&scope=repository%3Ah%3A5000%2Fa%3Apull%2Cdelete&scope=repository%3Ac%3Apull"
                        + "&client_id=me&account=user%2B1");
    }

    @Test
    void the_query_of_an_address_is_not_shown() {
        assertThat(realm("https://registry.example", "https://auth.example/token?sig=5ecre7"))
                .hasToString("https://auth.example/token?…");
    }
}
