package io.github.registryclient.tests.plan.contract;

import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.manner.Manners;
import java.net.URI;

/** The embedded registry, with the manners of another. */
final class EmbeddedPlace implements Place {
    private final EmbeddedRegistry registry;

    EmbeddedPlace(Manners manners) {
        registry = EmbeddedRegistry.builder().manners(manners).start();
    }

    @Override
    public URI uri() {
        return registry.uri();
    }

    @Override
    public void loseManifest(RepositoryName repository, Digest manifest) {
        registry.damage().danglingTags(repository, manifest);
    }

    @Override
    public void spoilManifest(Digest manifest) {
        registry.damage().emptyManifest(manifest);
    }

    @Override
    public void close() {
        registry.close();
    }
}
