package io.github.registryclient.benchmarks.plan;

import io.github.registryclient.benchmarks.report.Flags;
import io.github.registryclient.benchmarks.report.Machine;
import io.github.registryclient.benchmarks.report.Table;
import io.github.registryclient.benchmarks.server.ServerProcess;
import io.github.registryclient.testkit.net.DelayProxy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;

/** Makes plans of repositories of 1,000, 10,000 and 100,000 tags with an image each, then of one behind a delay, beside other tools. */
public final class PlanBenchmark {
    private static final String[] HEADINGS = {
        "tags", "documents", "s", "ms a tag", "requests a tag", "MiB in use after a collection, at most"
    };

    private PlanBenchmark() {}

    /**
     * Starts a registry in a JVM of its own, and a JVM with a small heap for each repository.
     *
     * @param args {@code --heap MIB}, 256 if not given; {@code --largest}, 100000 tags; {@code --round-trip} in milliseconds, 20, or
     *     0 for none; {@code --others}, how many tags other tools read, 200
     * @throws IOException if a JVM cannot be started
     */
    public static void main(String[] args) throws IOException {
        Flags flags = Flags.parse(args);
        System.out.println("Plans under -Xmx" + flags.get("heap", 256) + "m; " + Machine.describe());
        try (ServerProcess registry = ServerProcess.start(CiRegistry.class)) {
            Table near = new Table(HEADINGS);
            for (int tags = 1_000; tags <= flags.get("largest", 100_000); tags *= 10) {
                rows(near, registry.uri(), tags, flags.get("heap", 256));
            }
            System.out.println(near);
            int roundTrip = flags.get("round-trip", 20);
            if (roundTrip > 0) {
                far(registry.uri(), Duration.ofMillis(roundTrip), flags);
            }
        }
        System.out.println("At the end: " + Machine.describe());
    }

    private static void far(URI registry, Duration roundTrip, Flags flags) throws IOException {
        try (DelayProxy proxy = DelayProxy.start(registry, roundTrip)) {
            System.out.println("At " + roundTrip.toMillis() + " ms round trip; " + Machine.describe());
            Table table = new Table(HEADINGS);
            rows(table, proxy.uri(), 10_000, flags.get("heap", 256));
            System.out.println(table);
            System.out.println(
                    new OtherReaders(proxy.uri(), CiRegistry.repository(10_000), flags.get("others", 200)).run());
        }
    }

    private static void rows(Table table, URI registry, int tags, int heap) throws IOException {
        Path cache = Files.createTempDirectory("plan-benchmark");
        try {
            for (String line : output(registry, tags, heap, cache).split("\n", -1)) {
                String[] words = line.split(" ", -1);
                double seconds = Double.parseDouble(words[1]);
                table.row(
                        Table.number(0, tags),
                        words[0],
                        Table.number(1, seconds),
                        Table.number(2, seconds * 1000 / tags),
                        Table.number(2, Double.parseDouble(words[2]) / tags),
                        words[3]);
            }
        } finally {
            delete(cache);
        }
    }

    private static String output(URI registry, int tags, int heap, Path cache) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heap + "m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PlanMaker.class.getName(),
                        registry.toString(),
                        String.valueOf(tags),
                        cache.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
