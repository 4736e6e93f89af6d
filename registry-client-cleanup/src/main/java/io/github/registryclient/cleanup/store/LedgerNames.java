package io.github.registryclient.cleanup.store;

import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.internal.Excerpt;
import io.github.registryclient.name.Digest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/** Where a registry's ledger is: under a name that people recognise and no other registry has. */
final class LedgerNames {
    private static final int LONGEST = 60;
    private static final int DIGITS = 32;

    private final Path folder;
    private final String registry;
    private final String name;

    LedgerNames(Path folder, String registry) {
        if (registry.isEmpty() || registry.codePoints().anyMatch(Excerpt::isUnprintable)) {
            throw InvalidInputException.of(
                    "address of a registry", registry, "expected one such as https://host:5000/");
        }
        this.folder = folder;
        this.registry = registry;
        String readable = registry.toLowerCase(Locale.ROOT)
                .replaceFirst("^https?://", "")
                .replaceFirst("/+$", "")
                .replaceAll("[^a-z0-9.-]", "_");
        String apart = Digest.sha256(registry.getBytes(StandardCharsets.UTF_8)).encoded();
        this.name = "ledger-" + readable.substring(0, Math.min(readable.length(), LONGEST)) + "-"
                + apart.substring(0, DIGITS);
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
