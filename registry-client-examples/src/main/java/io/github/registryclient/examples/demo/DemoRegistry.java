package io.github.registryclient.examples.demo;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** The registry that the demo runs on: it keeps things in a folder and has a garbage collector, for the space has to come back. */
interface DemoRegistry extends AutoCloseable {
    /** What it is and how it is set: a word and a few more in each line. */
    List<String> facts();

    URI uri();

    /** The folder that holds what was pushed, and nothing else. */
    Path storage();

    /** Runs its garbage collector; a dry run only says what would go. */
    CollectorRun collectGarbage(boolean dryRun);

    @Override
    void close();
}
