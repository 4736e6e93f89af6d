package io.github.registryclient.cleanup.files;

import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.internal.Excerpt;
import io.github.registryclient.name.Digest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What files of a registry are called: people recognise the name, and no other registry has it. */
public final class RegistryFileName {
    private static final int LONGEST = 60;
    private static final int DIGITS = 32;

    private RegistryFileName() {}

    /**
     * A registry's.
     *
     * @param registry its address
     * @return a part of a file name, without separators
     * @throws InvalidInputException if that is no address
     */
    public static String of(String registry) {
        if (registry.isEmpty() || registry.codePoints().anyMatch(Excerpt::isUnprintable)) {
            throw InvalidInputException.of(
                    "address of a registry", registry, "expected one such as https://host:5000/");
        }
        String readable = registry.toLowerCase(Locale.ROOT)
                .replaceFirst("^https?://", "")
                .replaceFirst("/+$", "")
                .replaceAll("[^a-z0-9.-]", "_");
        String apart = Digest.sha256(registry.getBytes(StandardCharsets.UTF_8)).encoded();
        return readable.substring(0, Math.min(readable.length(), LONGEST)) + "-" + apart.substring(0, DIGITS);
    }
}
