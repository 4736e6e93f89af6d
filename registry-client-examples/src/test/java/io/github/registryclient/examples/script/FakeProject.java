package io.github.registryclient.examples.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A copy of the script in a project that looks like ours but for its Maven, which does what a test wants: it writes its process
 * number to {@code started}, one line each time, and then runs some lines of shell.
 */
final class FakeProject {
    /** What a build does that succeeds: this test's own class path is what was built. */
    static final String SUCCEED = "mkdir -p registry-client-examples/target/classes\n"
            + "for a; do case $a in -Dexamples.classPathFile=*) cat class-path >\"${a#*=}\";; esac; done\n";

    private static final Path SCRIPT = Path.of("run");

    final Path root;

    private FakeProject(Path root) {
        this.root = root;
    }

    static FakeProject in(Path folder, String maven) throws IOException {
        FakeProject project = new FakeProject(Files.createDirectory(folder.resolve("a project, with spaces")));
        for (String module : List.of("api", "core", "testkit", "examples")) {
            project.write("registry-client-" + module + "/pom.xml", "<project/>");
            project.write("registry-client-" + module + "/src/main/java/Source.java", "class Source {}");
        }
        project.write("pom.xml", "<project/>");
        project.write("class-path", System.getProperty("java.class.path"));
        project.maven(maven);
        Files.copy(SCRIPT, project.script());
        makeExecutable(project.script());
        return project;
    }

    void maven(String lines) throws IOException {
        makeExecutable(write("mvnw", "#!/bin/bash\nset -e\necho $$ >>started\n" + lines));
    }

    Path script() {
        return root.resolve("registry-client-examples/run");
    }

    Path write(String path, String content) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    /** As if it had been edited just now, whatever the resolution of the file system's clock. */
    void edit(String path) throws IOException {
        Files.setLastModifiedTime(
                root.resolve(path), FileTime.from(Instant.now().plusSeconds(5)));
    }

    /** The process numbers of the builds so far. */
    List<Long> builds() throws IOException {
        Path started = root.resolve("started");
        return Files.exists(started)
                ? Files.readAllLines(started).stream().map(Long::valueOf).collect(Collectors.toList())
                : List.of();
    }

    List<Path> buildFolders() throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("registry-client-examples/target/run"))) {
            return files.filter(Files::isDirectory).collect(Collectors.toList());
        }
    }

    ScriptRun run(Map<String, String> environment, String... arguments) throws IOException {
        return ScriptRun.start(script(), root.getParent(), environment, arguments);
    }

    ScriptRun run(String... arguments) throws IOException {
        return run(Map.of(), arguments);
    }

    private static void makeExecutable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
