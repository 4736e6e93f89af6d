package io.github.registryclient.testkit.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.testkit.contract.RealRegistries;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RegistryProcessTest {
    @TempDir
    Path folder;

    static List<RegistryProgram> programs() {
        return RealRegistries.assumeSome();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void a_registry_answers_when_started_and_leaves_nothing_when_closed(RegistryProgram program) throws IOException {
        RegistryProcess registry = RegistryProcess.start(program);

        assertThat(Answer.of(registry.uri()).isReady()).isTrue();
        assertThat(registry.isAlive()).isTrue();

        registry.close();
        assertThatCode(registry::close).doesNotThrowAnyException();
        assertThat(registry.isAlive()).isFalse();
        assertThat(registry.storage().getParent()).doesNotExist();
        assertThatThrownBy(() -> Answer.of(registry.uri())).isInstanceOf(ConnectException.class);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void a_folder_of_the_callers_stays(RegistryProgram program) {
        try (RegistryProcess registry = RegistryProcess.start(program, RegistryOptions.defaults(), folder)) {
            assertThat(registry.storage()).isEqualTo(folder.resolve("storage")).isDirectory();
        }
        assertThat(folder.resolve("storage")).isDirectory();
    }

    @Test
    void a_restart_keeps_address_and_storage_and_changes_the_options() throws IOException {
        try (RegistryProcess registry = distribution(RegistryOptions.defaults())) {
            String before = registry.uri().toString();
            Files.write(registry.storage().resolve("file"), new byte[1234]);

            registry.restart(RegistryOptions.defaults().withReadOnly(true));

            assertThat(registry.uri()).hasToString(before);
            assertThat(Answer.of(registry.uri()).isReady()).isTrue();
            assertThat(registry.storedBytes()).isEqualTo(1234);
            assertThat(folder(registry).resolve("config.yml")).content().contains("readonly:\n      enabled: true");
        }
    }

    @Test
    void options_reach_the_registry() throws IOException {
        Path users = Files.writeString(folder.resolve("users"), "");
        RegistryOptions options = RegistryOptions.defaults()
                .withHtpasswd(users)
                .withDeletion(false)
                .withBlobDescriptorCache(true)
                .withEnvironment("REGISTRY_LOG_LEVEL", "info")
                .withConfiguration("validation:\n  disabled: true");
        try (RegistryProcess registry = distribution(options)) {
            assertThat(registry.output())
                    .contains("using inmemory blob descriptor cache")
                    .contains("listening on");
            assertThat(Answer.of(registry.uri()).status()).isEqualTo(401);
        }
    }

    @Test
    void a_registry_that_dies_while_it_starts_is_reported_with_its_last_lines() {
        RegistryProgram program = RealRegistries.assumePresent(RegistryProgram.DISTRIBUTION_2);
        RegistryOptions broken = RegistryOptions.defaults().withEnvironment("REGISTRY_STORAGE", "no-such-driver");

        assertThatThrownBy(() -> RegistryProcess.start(program, broken))
                .isInstanceOf(RegistryProcessException.class)
                .hasMessageContaining("while it started; its last lines:")
                .hasMessageContaining("no-such-driver");
    }

    @Test
    void a_collector_that_fails_is_a_result_with_what_it_said() {
        try (RegistryProcess registry = distribution(RegistryOptions.defaults())) {
            GarbageCollection run = registry.collectGarbage(true);

            assertThat(run.exitCode())
                    .as("nothing was ever pushed, which 2.8 takes for an error")
                    .isOne();
            assertThat(run.command())
                    .startsWith(registry.program().executable() + " garbage-collect --dry-run ")
                    .endsWith("config.yml");
            assertThat(run.lines()).anyMatch(line -> line.contains("Path not found: /docker/registry/v2/repositories"));
        }
    }

    @Test
    void what_a_program_cannot_do_is_refused() {
        RegistryProgram crane = RealRegistries.assumePresent(RegistryProgram.CRANE);
        RegistryOptions readOnly = RegistryOptions.defaults().withReadOnly(true);

        assertThatThrownBy(() -> RegistryProcess.start(crane, readOnly))
                .isInstanceOf(UnsupportedOperationException.class);
        try (RegistryProcess registry = RegistryProcess.start(crane)) {
            assertThatThrownBy(() -> registry.collectGarbage(true)).isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> registry.restart(RegistryOptions.defaults()))
                    .isInstanceOf(UnsupportedOperationException.class);
            assertThat(registry.isAlive()).isTrue();
        }
    }

    private static RegistryProcess distribution(RegistryOptions options) {
        return RegistryProcess.start(RealRegistries.assumePresent(RegistryProgram.DISTRIBUTION_2), options);
    }

    private static Path folder(RegistryProcess registry) {
        return registry.storage().resolveSibling("");
    }
}
