package io.github.registryclient.benchmarks.report;

import java.util.HashMap;
import java.util.Map;

/** Numbers given on the command line as {@code --name value}. */
public final class Flags {
    private final Map<String, Integer> values = new HashMap<>();

    private Flags() {}

    /**
     * Reads a command line.
     *
     * @param args the command line
     * @return its numbers
     * @throws IllegalArgumentException if it is something else
     */
    public static Flags parse(String... args) {
        Flags flags = new Flags();
        for (int i = 0; i < args.length; i += 2) {
            if (!args[i].startsWith("--") || i + 1 == args.length) {
                throw new IllegalArgumentException("expected --name value, not " + args[i]);
            }
            flags.values.put(args[i].substring(2), Integer.valueOf(args[i + 1]));
        }
        return flags;
    }

    /**
     * One of the numbers.
     *
     * @param name its name
     * @param otherwise what it is if it was not given
     * @return the number
     */
    public int get(String name, int otherwise) {
        return values.getOrDefault(name, otherwise);
    }
}
