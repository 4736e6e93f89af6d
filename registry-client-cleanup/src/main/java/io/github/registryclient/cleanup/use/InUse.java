package io.github.registryclient.cleanup.use;

import io.github.registryclient.cleanup.policy.ImageReference;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;

/**
 * Tells what runs somewhere: pods of all clusters, jobs, machines. Asked once for each plan, and again when it is carried out. If it
 * throws, there is no plan: a source over several clusters has to fail as a whole if it cannot reach one of them.
 */
@FunctionalInterface
public interface InUse {
    /**
     * The references of what is in use.
     *
     * @return references of any registry, with tags or digests, those of configurations among them; an empty answer is refused
     *     unless that was allowed
     * @throws Exception if not all of them could be found out
     */
    Collection<ImageReference> references() throws Exception;

    /**
     * References from a file.
     *
     * @param file one reference a line; empty lines and lines that begin with {@code #} do not count
     * @return a source that reads the file each time it is asked
     */
    static InUse file(Path file) {
        return () -> ImageReference.readFile(file);
    }

    /**
     * Given references.
     *
     * @param references such as {@code registry.local:5000/team/app:1.0}
     * @return a source of them
     */
    static InUse of(Collection<ImageReference> references) {
        Set<ImageReference> all = Set.copyOf(references);
        return () -> all;
    }
}
