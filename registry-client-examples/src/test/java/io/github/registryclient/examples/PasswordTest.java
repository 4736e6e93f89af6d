package io.github.registryclient.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.testkit.contract.RealRegistries;
import io.github.registryclient.testkit.process.RegistryOptions;
import io.github.registryclient.testkit.process.RegistryProcess;
import io.github.registryclient.testkit.process.RegistryProgram;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({Htpasswd.PASSWORD + ", 0, Nothing was deleted", "mistyped, 4, run: GET "})
    void the_password_comes_from_the_environment_and_is_never_shown(String password, int exitCode, String said)
            throws Exception {
        RegistryProgram program = RealRegistries.assumePresent(RegistryProgram.DISTRIBUTION_2);
        RegistryOptions secured = RegistryOptions.defaults().withHtpasswd(Htpasswd.in(folder));
        try (RegistryProcess process = RegistryProcess.start(program, secured);
                ChildJvm child = ChildJvm.demo(
                        folder,
                        Map.of(Password.VARIABLE, password),
                        "--registry",
                        process.uri().toString(),
                        "--user",
                        Htpasswd.USER)) {
            assertThat(child.process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(child.process.exitValue()).as(child.output()).isEqualTo(exitCode);
            assertThat(child.output()).contains(said).doesNotContain(password);
        }
    }
}
