package io.github.registryclient.benchmarks.listing;

import io.github.registryclient.benchmarks.report.Flags;
import io.github.registryclient.benchmarks.report.Machine;
import io.github.registryclient.benchmarks.server.CannedAnswers;
import io.github.registryclient.benchmarks.server.CannedServer;
import io.github.registryclient.benchmarks.server.MillionTags;
import java.io.IOException;
import java.nio.file.Path;

/** Lists a million tags in a JVM with a small heap, once out of one answer and once out of a thousand pages. */
public final class ListMillionTags {
    private ListMillionTags() {}

    /**
     * Starts the server here and the reading JVMs beside it.
     *
     * @param args {@code --heap MIB}, 64 if not given
     * @throws IOException if a JVM cannot be started
     * @throws InterruptedException if interrupted
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        int heap = Flags.parse(args).get("heap", 64);
        CannedAnswers answers = new CannedAnswers();
        MillionTags.addUnpaged(answers);
        MillionTags.addPaged(answers);
        System.out.println("listTags of a million tags under -Xmx" + heap + "m");
        System.out.println(Machine.describe());
        int failures = 0;
        try (CannedServer server = CannedServer.start(answers)) {
            for (String way : new String[] {"unpaged", "paged"}) {
                int exit = new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xmx" + heap + "m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                SmallReader.class.getName(),
                                server.uri().toString(),
                                way)
                        .inheritIO()
                        .start()
                        .waitFor();
                failures += exit == 0 ? 0 : 1;
            }
        }
        System.out.println(failures == 0 ? "both complete" : failures + " of 2 failed");
        System.exit(failures == 0 ? 0 : 1);
    }
}
