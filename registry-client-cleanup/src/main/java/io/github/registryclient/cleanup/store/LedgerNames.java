package io.github.registryclient.cleanup.store;

import io.github.registryclient.cleanup.files.RegistryFileName;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Where a registry's ledger is: under a name that people recognise and no other registry has. */
final class LedgerNames {
    private final Path folder;
    private final String registry;
    private final String name;

    LedgerNames(Path folder, String registry) {
        this.folder = folder;
        this.registry = registry;
        this.name = "ledger-" + RegistryFileName.of(registry);
    }

    Path ledger() {
        return folder.resolve(name + ".txt");
    }

    Path mark() {
        return folder.resolve(name + ".begun");
    }

    /** For people: that it is there is what counts. */
    void writeMark(OutputStream out) throws IOException {
        out.write(("A ledger of " + registry
                        + " was begun in the file beside this one. If that is lost, plans are refused.\n")
                .getBytes(StandardCharsets.UTF_8));
    }
}
