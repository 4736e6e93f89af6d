package io.github.registryclient.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.examples.demo.SampleHistory;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.testkit.contract.RealRegistries;
import io.github.registryclient.testkit.process.RegistryProcess;
import io.github.registryclient.testkit.process.RegistryProgram;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShellTest {
    @BeforeEach
    void needs_jshell() {
        boolean present = ModuleLayer.boot().findModule("jdk.jshell").isPresent();
        if (!present) {
            System.out.println("skipped: this Java runtime has no module jdk.jshell");
        }
        assumeTrue(present, "skipped: this Java runtime has no module jdk.jshell");
    }

    @Test
    void short_lines_list_resolve_and_delete() throws IOException {
        RegistryProgram program = RealRegistries.assumePresent(RegistryProgram.DISTRIBUTION_2);
        try (RegistryProcess process = RegistryProcess.start(program)) {
            SampleHistory.push(process.uri());
            try (JShellSession shell = JShellSession.open(process.uri().toString())) {
                assertThat(shell.evaluate("registry.listTags(\"admin/hello\")"))
                        .isEqualTo("tags of admin/hello at " + process.uri()
                                + " (lazy: iterate, stream(), pages() or toList())");
                assertThat(shell.evaluate("registry.listRepositories().toList()"))
                        .isEqualTo("[admin/db, admin/hello, team/web]");
                shell.evaluate(
                        "Digest digest = registry.getManifestDigest(\"admin/hello\", \"1.1.0-201806121530418\");");
                assertThat(shell.evaluate("registry.deleteManifest(RepositoryName.of(\"admin/hello\"), digest)"))
                        .isEqualTo("DELETED");
                assertThat(shell.evaluate("registry.listTags(\"admin/hello\").toList()"))
                        .contains("1.1.0-201806111004211")
                        .doesNotContain("1.1.0-201806121530418", "1.1.0-201806121602557");
            }
        }
    }

    @Test
    void the_shell_opens_also_where_nothing_answers() throws IOException {
        try (JShellSession shell = JShellSession.open("http://127.0.0.1:1")) {
            assertThat(shell.evaluate("registry")).isEqualTo("registry at http://127.0.0.1:1");
            assertThat(shell.evaluate("DockerCredentials.ofThisUser() instanceof CredentialsProvider"))
                    .isEqualTo("true");
            assertThat(shell.evaluate("HttpRegistryClient.builder(\"https://127.0.0.1:1\")"
                            + ".tls(TlsSettings.builder().build()).listener(new ClientListener() {}).build()"))
                    .isEqualTo("registry at https://127.0.0.1:1");
        }
        try (RegistryClient registry = HttpRegistryClient.connect("http://127.0.0.1:1")) {
            assertThat(Shell.greeting(registry))
                    .contains("`registry` is the registry at http://127.0.0.1:1: it does not answer now");
        }
    }
}
