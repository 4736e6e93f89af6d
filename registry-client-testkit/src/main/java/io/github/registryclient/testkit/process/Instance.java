package io.github.registryclient.testkit.process;

import java.net.URI;
import java.nio.file.Path;

/** One start of a program: where it keeps things, where it listens, how it is set. */
final class Instance {
    private final Path folder;
    private final int port;
    private final RegistryOptions options;
    private final String mark;

    Instance(Path folder, int port, RegistryOptions options, String mark) {
        this.folder = folder;
        this.port = port;
        this.options = options;
        this.mark = mark;
    }

    Path storage() {
        return folder.resolve("storage");
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    String host() {
        return "127.0.0.1";
    }

    int port() {
        return port;
    }

    URI uri() {
        return URI.create("http://" + host() + ":" + port);
    }

    /** Where the API begins: below {@code http.prefix}, if distribution is given one. */
    URI root() {
        return uri().resolve(options.environment().getOrDefault("REGISTRY_HTTP_PREFIX", "/") + "v2/");
    }

    RegistryOptions options() {
        return options;
    }

    /** A text that no other process knows. */
    String mark() {
        return mark;
    }
}
