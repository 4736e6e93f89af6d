package io.github.registryclient.benchmarks.plan;

import io.github.registryclient.benchmarks.report.Table;
import io.github.registryclient.benchmarks.report.Timed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * What command-line tools take for the reads that the same answer needs: digest, manifest and configuration of each tag, a process
 * for each, as many side by side as a plan reads by default. Left out where they are not installed.
 */
final class OtherReaders {
    private static final int SIDE_BY_SIDE = 8;

    private final String registry;
    private final String repository;
    private final int count;

    OtherReaders(URI registry, String repository, int count) {
        this.registry = registry.getAuthority();
        this.repository = registry.getAuthority() + "/" + repository;
        this.count = count;
    }

    Table run() {
        Table table = new Table("tool", "tags", "ms a tag");
        if (isThere("crane")) {
            row(
                    table,
                    "crane",
                    "crane ls --insecure " + repository,
                    List.of("digest", "manifest", "config"),
                    " --insecure ");
        }
        if (isThere("regctl")) {
            run("regctl registry set --tls disabled " + registry);
            row(
                    table,
                    "regctl",
                    "regctl tag ls --limit " + count + " " + repository,
                    List.of("manifest head", "manifest get", "image config"),
                    " ");
        }
        return table;
    }

    private void row(Table table, String tool, String listing, List<String> commands, String options) {
        List<String> tags = run(listing).lines().limit(count).collect(Collectors.toList());
        AtomicInteger next = new AtomicInteger();
        double perSecond = Timed.perSecond(SIDE_BY_SIDE, tags.size(), () -> {
            for (int i = next.getAndIncrement(); i < tags.size(); i = next.getAndIncrement()) {
                for (String command : commands) {
                    run(tool + " " + command + options + repository + ":" + tags.get(i));
                }
            }
        });
        table.row(tool, Table.number(0, tags.size()), Table.number(2, 1000 / perSecond));
    }

    private static boolean isThere(String tool) {
        try {
            return run(tool + " version").length() > 0;
        } catch (UncheckedIOException notInstalled) {
            return false;
        }
    }

    private static String run(String command) {
        try {
            Process process = new ProcessBuilder(command.split(" +", -1))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + " failed");
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
