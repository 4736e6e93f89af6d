package io.github.registryclient.examples.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps what the demo prints, and looks for itself how much is on the disk when a step begins. */
final class DiskWatch extends PrintWriter {
    private final StringWriter text;
    private final Map<Integer, Long> bytesAtStep = new HashMap<>();

    DiskWatch() {
        this(new StringWriter());
    }

    private DiskWatch(StringWriter text) {
        super(text);
        this.text = text;
    }

    @Override
    public void println(String line) {
        super.println(line);
        if (line.matches("([2-9]|\\d\\d)\\. .*")) {
            bytesAtStep.put(
                    Integer.valueOf(line.substring(0, line.indexOf('.'))),
                    bytes(account().storage()));
        }
    }

    long bytesAtStep(int step) {
        return bytesAtStep.get(step);
    }

    Account account() {
        return new Account(text.toString());
    }

    private static long bytes(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            List<Path> files = paths.filter(Files::isRegularFile).collect(Collectors.toList());
            long sum = 0;
            for (Path file : files) {
                sum += Files.readAllBytes(file).length;
            }
            return sum;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
