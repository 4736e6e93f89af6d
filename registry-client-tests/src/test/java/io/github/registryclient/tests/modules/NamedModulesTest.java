package io.github.registryclient.tests.modules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.registryclient.tests.Room;
import java.io.File;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The library as named modules: it starts, works, needs nothing but Jackson, and keeps its insides closed. */
class NamedModulesTest {
    private static final String JACKSON = "com.fasterxml.jackson.";

    private static final String DIGEST_BY_SHA256SUM =
            "sha256:bc5857ac9458293d5111ab85c952172cd7f56bceb4e3014ddc4cafac8927b313";

    @Test
    void api_core_and_testkit_work_on_the_module_path_with_jackson_alone() throws Exception {
        Map<String, String> seen = consume();

        assertThat(seen)
                .containsEntry("parsed", DIGEST_BY_SHA256SUM)
                .containsEntry("resolved", DIGEST_BY_SHA256SUM)
                .containsEntry("embedded", "[]")
                .containsEntry("scripted", "sha256:" + "7".repeat(64) + " by 1")
                .containsEntry("junit", "false")
                .containsEntry("optional", "false")
                .containsEntry("internal", "closed");
        assertThat(seen.get("Digest")).startsWith("module " + Room.API.moduleName());
        assertThat(seen.get("HttpRegistryClient")).startsWith("module " + Room.CORE.moduleName());
        assertThat(seen.get("RegistryProgram")).startsWith("module " + Room.TESTKIT.moduleName());
    }

    @Test
    void the_client_requires_nothing_at_run_time_but_the_jdk_and_jackson() {
        assertThat(runTimeRequires(Room.API.descriptor()))
                .containsExactlyInAnyOrder("java.base", JACKSON + "core", JACKSON + "databind");
        assertThat(runTimeRequires(Room.CORE.descriptor()))
                .containsExactlyInAnyOrder(
                        "java.base", "java.net.http", JACKSON + "core", JACKSON + "databind", Room.API.moduleName());
    }

    @Test
    void so_does_the_testkit() {
        assertThat(runTimeRequires(Room.TESTKIT.descriptor()))
                .containsExactlyInAnyOrder(
                        "java.base", "java.net.http", JACKSON + "core", JACKSON + "databind", Room.API.moduleName());
    }

    private static Set<String> runTimeRequires(ModuleDescriptor module) {
        return module.requires().stream()
                .filter(requires -> !requires.modifiers().contains(Requires.Modifier.STATIC))
                .map(Requires::name)
                .collect(Collectors.toSet());
    }

    private static Map<String, String> consume() throws Exception {
        Stream<Path> jackson = Stream.of(ObjectMapper.class, JsonFactory.class, JsonProperty.class)
                .map(NamedModulesTest::origin);
        Stream<Path> ours = Stream.of(Room.API, Room.CORE, Room.TESTKIT).map(Room::location);
        String modulePath =
                Stream.concat(ours, jackson).map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--module-path",
                modulePath,
                "--add-modules",
                Room.CORE.moduleName() + "," + Room.TESTKIT.moduleName(),
                "--class-path",
                origin(ModuleConsumer.class).toString(),
                ModuleConsumer.class.getName());
        Process child = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            child.getOutputStream().close();
            String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(child.exitValue()).as(output).isZero();
            return output.lines()
                    .map(line -> line.split("=", 2))
                    .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        } finally {
            child.destroyForcibly();
        }
    }

    private static Path origin(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
