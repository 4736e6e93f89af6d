package io.github.registryclient.tests.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.Capabilities.Support;
import io.github.registryclient.auth.Credentials;
import io.github.registryclient.error.NotPermittedException;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.name.RepositoryName;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The contract on a real registry with tokens of a real token server. A second registry over the same storage, open to
 * everybody, is filled for it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TokenContract extends RegistryClientContract {
    private final String program;
    private RealTokenServer tokens;
    private RegistryProcess open;
    private RegistryProcess guarded;
    private HttpRegistryClient client;
    private RegistryUnderTest registry;

    TokenContract(String program) {
        this.program = program;
    }

    /** The {@code auth} section with which the program believes the token server. */
    abstract String configuration(RealTokenServer server, Path folder) throws Exception;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        RegistryProgram found = RealRegistries.assumePresent(program);
        tokens = RealTokenServer.start(folder);
        Path storage = folder.resolve("registry");
        open = RegistryProcess.start(found, RegistryOptions.defaults(), storage);
        guarded = RegistryProcess.start(
                found, RegistryOptions.defaults().withConfiguration(configuration(tokens, folder)), storage);
        client = HttpRegistryClient.builder(guarded.uri().toString())
                .credentials(Accounts.USER, Accounts.PASSWORD)
                .build();
        registry = RegistryUnderTest.of(client, RegistryFiller.of(open.uri()), Accounts.USER, ServerTraits.of(found));
    }

    @AfterAll
    void stop() {
        for (AutoCloseable started : new AutoCloseable[] {client, guarded, open, tokens}) {
            if (started != null) {
                close(started);
            }
        }
    }

    private static void close(AutoCloseable started) {
        try {
            started.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public RegistryUnderTest registry() {
        return registry;
    }

    @Test
    void what_lies_below_the_accounts_name_may_be_deleted_and_nothing_else() {
        assertThat(client.capabilities(RepositoryName.of(Accounts.USER + "/app"))
                        .mayDelete())
                .isEqualTo(Support.YES);
        assertThat(client.probeCapabilities(RepositoryName.of(Accounts.USER + "/app"))
                        .mayDelete())
                .isEqualTo(Support.YES);
        assertThat(client.capabilities(RepositoryName.of("others/app")).mayDelete())
                .isEqualTo(Support.NO);
    }

    @Test
    void a_wrong_password_is_told_with_the_token_server() {
        HttpRegistryClient stranger = client.with(Credentials.basic(Accounts.USER, "wrong-5ecre7"));
        assertThatThrownBy(() -> stranger.listTags(RepositoryName.of(Accounts.USER + "/app"))
                        .toList())
                .isInstanceOf(NotPermittedException.class)
                .hasMessageContaining(tokens.realm())
                .hasMessageNotContaining("wrong-5ecre7");
    }
}
