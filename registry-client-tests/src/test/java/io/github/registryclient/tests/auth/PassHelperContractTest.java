package io.github.registryclient.tests.auth;

import io.github.registryclient.auth.CredentialsProvider;
import io.github.registryclient.docker.DockerElsewhere;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;

/** The password that a real {@code docker-credential-pass} keeps, as a {@code config.json} says. */
class PassHelperContractTest extends HtpasswdContract {
    private PassStore pass;

    @Override
    CredentialsProvider credentials(String host, Path folder) throws Exception {
        pass = PassStore.make(folder);
        pass.keep(host, Accounts.USER, Accounts.PASSWORD);
        Path config = Files.createDirectories(folder.resolve(".docker")).resolve("config.json");
        Files.writeString(config, "{\"credsStore\":\"pass\"}");
        return DockerElsewhere.ofDocker(pass.variables());
    }

    @AfterAll
    void forget() throws IOException, InterruptedException {
        if (pass != null) {
            pass.close();
        }
    }
}
