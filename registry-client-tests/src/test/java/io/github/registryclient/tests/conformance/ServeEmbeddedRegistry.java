package io.github.registryclient.tests.conformance;

import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.EmbeddedRegistryBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * An embedded registry to try tools on by hand: prints where it is and ends with its standard input. Arguments: a folder to
 * keep things in, and {@code --sparse} to take manifests whose content is missing.
 */
final class ServeEmbeddedRegistry {
    private ServeEmbeddedRegistry() {}

    public static void main(String[] arguments) throws IOException {
        EmbeddedRegistryBuilder builder = EmbeddedRegistry.builder();
        for (String argument : List.of(arguments)) {
            if (argument.equals("--sparse")) {
                builder.acceptMissingContent();
            } else {
                builder.folder(Path.of(argument));
            }
        }
        try (EmbeddedRegistry registry = builder.start()) {
            System.out.println(registry.uri());
            while (System.in.read() >= 0) {
                // until whoever started this goes away
            }
        }
    }
}
