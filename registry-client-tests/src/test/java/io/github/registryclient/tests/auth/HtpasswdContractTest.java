package io.github.registryclient.tests.auth;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.auth.CredentialsProvider;
import java.nio.file.Path;

/** A password that the program gives. */
class HtpasswdContractTest extends HtpasswdContract {
    @Override
    CredentialsProvider credentials(String host, Path folder) {
        return CredentialsProvider.fixed(Credentials.basic(Accounts.USER, Accounts.PASSWORD));
    }
}
