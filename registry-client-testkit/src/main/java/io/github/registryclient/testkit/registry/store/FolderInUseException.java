package io.github.registryclient.testkit.registry.store;

import java.io.IOException;
import java.nio.file.Path;

/** Two registries on one folder would each miss what the other one does. */
final class FolderInUseException extends IOException {
    private static final long serialVersionUID = 1L;

    FolderInUseException(Path folder, String holder) {
        super("the folder " + folder + " is in use by another registry in " + holder
                + ": close that one first, or give this one a folder of its own");
    }
}
