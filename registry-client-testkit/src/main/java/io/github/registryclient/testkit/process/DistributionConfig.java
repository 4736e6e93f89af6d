package io.github.registryclient.testkit.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes distribution's configuration file. */
final class DistributionConfig {
    private DistributionConfig() {}

    static String of(Instance instance) {
        RegistryOptions options = instance.options();
        List<String> lines = new ArrayList<>(List.of(
                "version: 0.1",
                "log:",
                // A line for every request would be measured with the request.
                "  level: error",
                "  accesslog:",
                "    disabled: true",
                "storage:",
                "  filesystem:",
                "    rootdirectory: " + quoted(instance.storage()),
                "  delete:",
                "    enabled: " + options.deletion(),
                "  maintenance:",
                "    uploadpurging:",
                "      enabled: false",
                "    readonly:",
                "      enabled: " + options.readOnly()));
        if (options.blobDescriptorCache()) {
            lines.addAll(List.of("  cache:", "    blobdescriptor: inmemory"));
        }
        lines.addAll(List.of(
                "http:",
                "  addr: " + instance.host() + ":" + instance.port(),
                "  secret: " + instance.mark(),
                "  headers:",
                "    " + DistributionFlavor.MARK_HEADER + ": [" + instance.mark() + "]"));
        options.htpasswd()
                .ifPresent(file -> lines.addAll(
                        List.of("auth:", "  htpasswd:", "    realm: testkit", "    path: " + quoted(file))));
        options.configuration().ifPresent(lines::add);
        return String.join("\n", lines) + "\n";
    }

    private static String quoted(Path path) {
        return "'" + path.toAbsolutePath().toString().replace("'", "''") + "'";
    }
}
