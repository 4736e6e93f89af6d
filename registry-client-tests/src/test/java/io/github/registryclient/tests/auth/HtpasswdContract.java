package io.github.registryclient.tests.auth;

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
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The contract on distribution 2.8 that wants a password, which the client has from somewhere. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HtpasswdContract extends RegistryClientContract {
    private RegistryProcess process;
    private HttpRegistryClient client;
    private RegistryUnderTest registry;

    /** Where it has it from; files go into the folder, which stays until the last test has ended. */
    abstract CredentialsProvider credentials(String host, Path folder) throws Exception;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        RegistryProgram program = RealRegistries.assumePresent(RegistryProgram.DISTRIBUTION_2);
        process = RegistryProcess.start(program, RegistryOptions.defaults().withHtpasswd(Accounts.htpasswd(folder)));
        client = HttpRegistryClient.builder(process.uri().toString())
                .credentials(credentials(process.uri().getAuthority(), folder))
                .build();
        registry = RegistryUnderTest.of(
                client,
                RegistryFiller.of(process.uri(), Accounts.USER, Accounts.PASSWORD),
                Accounts.USER,
                ServerTraits.of(program));
    }

    @AfterAll
    void stop() throws Exception {
        if (client != null) {
            client.close();
        }
        if (process != null) {
            process.close();
        }
    }

    @Override
    public RegistryUnderTest registry() {
        return registry;
    }
}
