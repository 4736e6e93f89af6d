package io.github.registryclient.tests.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.auth.CredentialsProvider;
import io.github.registryclient.docker.DockerCredentials;
import io.github.registryclient.error.CatalogUnavailableException;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.testkit.contract.RealRegistries;
import io.github.registryclient.testkit.process.RegistryOptions;
import io.github.registryclient.testkit.process.RegistryProcess;
import io.github.registryclient.testkit.process.RegistryProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code skopeo login} at distribution 2.8 writes its {@code auth.json}, and this library is let in by it. */
class SkopeoLoginTest {
    /** {@code alice} with {@code swordfish}, {@code bob} with {@code sesame:1}; made by {@code htpasswd -nbB -C 5}. */
    private static final String HTPASSWD = "alice:$2y$05$PkVqCpo./sFiAJJ7hm6HnemfO7lJkWDbNRanqiWBbj8pFz44qOAHK\n"
            + "bob:$2y$05$8Dt8nzosNFSUl5KyClPG1eIgMhT54AN71Qo.dQnl9ldxpRt6CG4gW\n";

    private Skopeo skopeo;
    private Path authFile;
    private RegistryProcess registry;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws IOException {
        authFile = folder.resolve("auth.json");
        skopeo = Skopeo.with(authFile);
        RegistryProgram program = RealRegistries.assumePresent(RegistryProgram.DISTRIBUTION_2);
        Path htpasswd = Files.writeString(folder.resolve("htpasswd"), HTPASSWD);
        registry = RegistryProcess.start(program, RegistryOptions.defaults().withHtpasswd(htpasswd));
    }

    @AfterEach
    void stop() {
        if (registry != null) {
            registry.close();
        }
    }

    private String host() {
        return registry.uri().getAuthority();
    }

    private HttpRegistryClient client(CredentialsProvider credentials) {
        return HttpRegistryClient.builder(registry.uri().toString())
                .credentials(credentials)
                .build();
    }

    @Test
    void what_skopeo_wrote_lets_this_client_in() throws Exception {
        DockerCredentials credentials = DockerCredentials.ofFile(authFile);
        skopeo.login("bob", "sesame:1", host());

        try (HttpRegistryClient client = client(credentials)) {
            assertThat(client.listRepositories().stream()).isEmpty();
        }
        Credentials found = credentials.credentials(host(), Optional.empty());
        assertThat(found).isEqualTo(Credentials.basic("bob", "sesame:1"));
        assertThat(found.source()).contains(authFile + ", auths entry \"" + host() + "\"");
    }

    @Test
    void a_login_for_a_path_counts_below_it_only() throws Exception {
        skopeo.login("alice", "swordfish", host() + "/team");
        skopeo.login("bob", "sesame:1", host() + "/team/app");
        DockerCredentials credentials = DockerCredentials.ofFile(authFile);

        assertThat(user(credentials, "team/app")).isEqualTo("bob");
        assertThat(user(credentials, "team/other")).isEqualTo("alice");
        assertThat(user(credentials, "other")).isEmpty();
        try (HttpRegistryClient client = client(credentials)) {
            assertThatThrownBy(() -> client.listRepositories().stream().count())
                    .isInstanceOf(CatalogUnavailableException.class)
                    .hasMessageContaining("401");
        }
    }

    private String user(DockerCredentials credentials, String repository) {
        return credentials
                .credentials(host(), Optional.of(RepositoryName.of(repository)))
                .username();
    }

    @Test
    void a_running_client_follows_logout_and_login() throws Exception {
        skopeo.login("alice", "swordfish", host());
        try (HttpRegistryClient client = client(DockerCredentials.ofFile(authFile))) {
            assertThat(client.listRepositories().stream()).isEmpty();
            skopeo.logout(host());
            assertThatThrownBy(() -> client.listRepositories().stream().count())
                    .isInstanceOf(CatalogUnavailableException.class)
                    .hasMessageContaining("401");
            skopeo.login("bob", "sesame:1", host());
            assertThat(client.listRepositories().stream()).isEmpty();
        }
    }
}
