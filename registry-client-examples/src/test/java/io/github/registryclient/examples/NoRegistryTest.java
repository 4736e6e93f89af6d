package io.github.registryclient.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoRegistryTest {
    @TempDir
    private Path folder;

    @Test
    void without_a_registry_on_the_path_the_demo_says_how_to_get_one() throws Exception {
        try (ChildJvm child = ChildJvm.demo(folder, Map.of("PATH", ""))) {
            assertThat(child.process.waitFor(60, TimeUnit.SECONDS)).isTrue();

            assertThat(child.process.exitValue()).as(child.output()).isEqualTo(ExitCode.NO_REGISTRY);
            assertThat(child.output())
                    .contains("apt-get install docker-registry", "go install github.com/distribution/distribution/v3");
            assertThat(child.leftFiles()).isEmpty();
        }
    }
}
