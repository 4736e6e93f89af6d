package io.github.registryclient.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The program in a JVM of its own, with a temporary folder of its own and its output in a file. */
final class ChildJvm implements AutoCloseable {
    final Process process;
    final Path temporary;
    private final Path output;

    private ChildJvm(Process process, Path temporary, Path output) {
        this.process = process;
        this.temporary = temporary;
        this.output = output;
    }

    static ChildJvm demo(Path folder, Map<String, String> environment, String... options) throws IOException {
        return start(folder, environment, Main.class, List.of("demo"), List.of(options));
    }

    /** One that sends itself a signal when it prints something. */
    static ChildJvm signalled(Path folder, String signal, String moment, String... options) throws IOException {
        return start(folder, Map.of(), SignalledDemo.class, List.of(signal, moment, "demo"), List.of(options));
    }

    /** Any command of the program. */
    static ChildJvm command(Path folder, String... command) throws IOException {
        return start(folder, Map.of(), Main.class, List.of(command), List.of());
    }

    private static ChildJvm start(
            Path folder, Map<String, String> environment, Class<?> main, List<String> command, List<String> options)
            throws IOException {
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        Path output = folder.resolve("output");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-XX:-UsePerfData",
                        "-Djava.io.tmpdir=" + temporary,
                        main.getName())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.command().addAll(command);
        builder.command().addAll(options);
        builder.environment().putAll(environment);
        return new ChildJvm(builder.start(), temporary, output);
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    /** What the demo did not take away. */
    List<Path> leftFiles() throws IOException {
        try (Stream<Path> left = Files.list(temporary)) {
            return left.collect(Collectors.toList());
        }
    }

    /** Processes, of whichever parent, that were started on a file in the temporary folder. */
    List<String> leftProcesses() {
        return ProcessHandle.allProcesses()
                .filter(other -> !other.equals(process.toHandle()))
                .flatMap(other -> other.info().commandLine().stream())
                .filter(line -> line.contains(temporary.toString()))
                .collect(Collectors.toList());
    }

    /** Whether the child was born deaf to Ctrl-C, as in the background of a script. */
    boolean ignoresInterrupt() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        return Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .anyMatch(line ->
                                (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 0b10) != 0);
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
