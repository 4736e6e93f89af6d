package io.github.registryclient.tests.auth;

import io.github.registryclient.auth.CredentialsProvider;
import io.github.registryclient.docker.DockerCredentials;
import io.github.registryclient.tests.credentials.Skopeo;
import java.nio.file.Path;

/** The password that {@code skopeo login} left in its {@code auth.json}. */
class SkopeoLoginContractTest extends HtpasswdContract {
    @Override
    CredentialsProvider credentials(String host, Path folder) throws Exception {
        Path authFile = folder.resolve("auth.json");
        Skopeo.with(authFile).login(Accounts.USER, Accounts.PASSWORD, host);
        return DockerCredentials.ofFile(authFile);
    }
}
