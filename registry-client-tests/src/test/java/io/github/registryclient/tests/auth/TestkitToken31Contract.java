package io.github.registryclient.tests.auth;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.auth.CredentialsProvider;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.testkit.contract.RealRegistries;
import io.github.registryclient.testkit.contract.RegistryClientContract;
import io.github.registryclient.testkit.contract.RegistryUnderTest;
import io.github.registryclient.testkit.contract.ServerTraits;
import io.github.registryclient.testkit.process.RegistryOptions;
import io.github.registryclient.testkit.process.RegistryProcess;
import io.github.registryclient.testkit.process.RegistryProgram;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.tokenserver.TokenServer;
import io.github.registryclient.testkit.tokenserver.TokenServerBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The contract on distribution 3.1, which verifies the tokens of the testkit's own server: for what the real one cannot do. That
 * one knows no POST and no identity tokens, and its tokens live long.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TestkitToken31Contract extends RegistryClientContract {
    private RegistryProcess process;
    private RegistryUnderTest registry;
    TokenServer tokens;
    HttpRegistryClient client;

    TokenServerBuilder server() {
        return TokenServer.builder()
                .user(Accounts.USER, Accounts.PASSWORD)
                .allow(Accounts.USER, "repository:**:*")
                .allow(Accounts.USER, "registry:catalog:*");
    }

    abstract Credentials credentials();

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        RegistryProgram found = RealRegistries.assumePresent(RegistryProgram.DISTRIBUTION_3);
        tokens = server().start();
        process = RegistryProcess.start(found, RegistryOptions.defaults().withConfiguration(configuration(folder)));
        client = HttpRegistryClient.builder(process.uri().toString())
                .credentials(CredentialsProvider.fixed(credentials()))
                .build();
        RegistryFiller filler = RegistryFiller.withTokens(
                process.uri(),
                names -> tokens.token(
                        Accounts.USER,
                        names.stream().map(name -> "repository:" + name + ":*").toArray(String[]::new)));
        registry = RegistryUnderTest.of(client, filler, Accounts.USER, ServerTraits.of(found));
    }

    private String configuration(Path folder) throws Exception {
        Path jwks = Files.writeString(folder.resolve("jwks.json"), tokens.jwks());
        return String.join(
                "\n",
                "auth:",
                "  token:",
                "    realm: " + tokens.realm(),
                "    service: " + tokens.service(),
                "    issuer: " + tokens.issuer(),
                "    jwks: " + jwks);
    }

    @AfterAll
    void stop() {
        if (client != null) {
            client.close();
        }
        if (process != null) {
            process.close();
        }
        if (tokens != null) {
            tokens.close();
        }
    }

    @Override
    public RegistryUnderTest registry() {
        return registry;
    }
}
