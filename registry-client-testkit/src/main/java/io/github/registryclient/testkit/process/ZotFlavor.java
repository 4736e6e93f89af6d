package io.github.registryclient.testkit.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Zot; deletion is always on, and garbage is collected by the server itself, which is switched off here.
 * Docker's media types, which it refuses unless it is told otherwise, are taken, and blobs are shared by repositories, without
 * which it mounts none.
 */
final class ZotFlavor implements Flavor {
    private static final Pattern VERSION = Pattern.compile("\"(?:commit|release-?tag)\":\\s*\"([^\"]+)\"");

    @Override
    public String name() {
        return RegistryProgram.ZOT;
    }

    @Override
    public List<String> fileNames() {
        return List.of("zot");
    }

    @Override
    public Optional<String> version(Function<List<String>, String> run) {
        String output = run.apply(List.of("--version"));
        if (!output.contains("distribution-spec")) {
            return Optional.empty();
        }
        Matcher matcher = VERSION.matcher(output);
        return Optional.of(matcher.find() ? matcher.group(1) : "unknown version");
    }

    @Override
    public void requireSupported(RegistryOptions options) {
        options.refuseUnlessDefaultBesideHtpasswd(name());
    }

    @Override
    public void configure(Instance instance) throws IOException {
        String auth = instance.options()
                .htpasswd()
                .map(file -> ", \"realm\": \"testkit\", \"auth\": {\"htpasswd\": {\"path\": " + quoted(file) + "}}")
                .orElse("");
        Files.writeString(
                instance.file("config.json"),
                "{\"storage\": {\"rootDirectory\": " + quoted(instance.storage())
                        + ", \"gc\": false, \"dedupe\": true},"
                        + " \"http\": {\"address\": \"" + instance.host() + "\", \"port\": \"" + instance.port()
                        + "\", \"compat\": [\"docker2s2\"]" + auth + "}, \"log\": {\"level\": \"error\"}}\n");
    }

    private static String quoted(Path path) {
        return "\"" + path.toAbsolutePath().toString().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    @Override
    public List<String> serve(Instance instance) {
        return List.of("serve", instance.file("config.json").toString());
    }

    /** Nothing in its answers tells one zot from another; a bind that fails ends the process. */
    @Override
    public boolean isOurs(Instance instance, Answer answer, String output) {
        return !output.contains("address already in use");
    }
}
