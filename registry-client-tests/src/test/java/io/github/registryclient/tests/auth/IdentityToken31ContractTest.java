package io.github.registryclient.tests.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.name.RepositoryName;
import org.junit.jupiter.api.Test;

/** The contract on distribution 3.1 for an account that has an identity token and no password. */
class IdentityToken31ContractTest extends TestkitToken31Contract {
    @Override
    Credentials credentials() {
        return Credentials.identityToken(tokens.identityToken(Accounts.USER));
    }

    @Test
    void all_tokens_are_exchanged_by_post() {
        client.capabilities(RepositoryName.of(Accounts.USER + "/posted"));
        assertThat(tokens.requests())
                .isNotEmpty()
                .allMatch(request -> request.method().equals("POST"));
    }
}
