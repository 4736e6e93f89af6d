package io.github.registryclient.testkit.process;

import java.util.List;
import java.util.stream.Collectors;

/** One run of a registry's garbage collector. Immutable. */
public final class GarbageCollection {
    private final String command;
    private final int exitCode;
    private final String output;

    GarbageCollection(String command, int exitCode, String output) {
        this.command = command;
        this.exitCode = exitCode;
        this.output = output;
    }

    /**
     * What was run, as one would type it where no argument needs quotes.
     *
     * @return such as {@code /usr/bin/docker-registry garbage-collect /etc/docker/registry/config.yml}
     */
    public String command() {
        return command;
    }

    /**
     * How it ended.
     *
     * @return 0 for success; also for a storage folder that is empty
     */
    public int exitCode() {
        return exitCode;
    }

    /**
     * All that it printed, on both streams, as it came.
     *
     * @return many lines
     */
    public String output() {
        return output;
    }

    /**
     * The lines of {@link #output()}.
     *
     * @return an unmodifiable list
     */
    public List<String> lines() {
        return output.lines().collect(Collectors.toUnmodifiableList());
    }
}
