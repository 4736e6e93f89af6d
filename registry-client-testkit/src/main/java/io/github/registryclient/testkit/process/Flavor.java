package io.github.registryclient.testkit.process;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How one program is told from others, configured, started and known to have started. */
interface Flavor {
    String name();

    List<String> fileNames();

    /** Its version, if what answers is this program; the function runs a candidate with arguments and gives its output. */
    Optional<String> version(Function<List<String>, String> run);

    /** Throws {@link UnsupportedOperationException} if the program has not what the options ask for. */
    default void requireSupported(RegistryOptions options) {}

    /** Writes what the program reads at start. */
    void configure(Instance instance) throws IOException;

    /** What it is started with. */
    List<String> serve(Instance instance);

    /** Whether an answer came from this very process, not from a stranger that took the port before it. */
    boolean isOurs(Instance instance, Answer answer, String output);

    /** Whether a new process on the same folder has what the old one had. */
    default boolean isDurable() {
        return true;
    }

    default boolean hasGarbageCollector() {
        return false;
    }

    default List<String> collectGarbage(Instance instance, boolean dryRun, boolean deleteUntagged) {
        throw new UnsupportedOperationException(name() + " has no garbage collector that can be run by hand");
    }
}
