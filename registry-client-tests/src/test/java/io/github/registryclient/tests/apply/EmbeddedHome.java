package io.github.registryclient.tests.apply;

import io.github.registryclient.testkit.EmbeddedRegistry;
import java.net.URI;

/** The embedded registry, whose storage is looked into. */
final class EmbeddedHome implements Home {
    private final EmbeddedRegistry registry;

    EmbeddedHome(EmbeddedRegistry registry) {
        this.registry = registry;
    }

    @Override
    public URI uri() {
        return registry.uri();
    }

    @Override
    public State state() {
        State state = new State();
        registry.snapshot().repositories().forEach((name, repository) -> {
            repository.manifests().forEach((digest, manifest) -> state.manifest(name, digest, manifest.toString()));
            repository.tags().forEach((tag, digest) -> state.tag(name, tag, digest));
        });
        return state;
    }

    @Override
    public void close() {
        registry.close();
    }
}
