package io.github.registryclient.tests.manners;

import io.github.registryclient.testkit.manner.Manners;
import io.github.registryclient.testkit.process.RegistryProgram;

/** The manners of go-containerregistry's registry, beside the real one. */
class PlaysGoContainerRegistryTest extends PlaysARealRegistry {
    PlaysGoContainerRegistryTest() {
        super(RegistryProgram.CRANE, Manners.goContainerRegistry());
    }

    @Override
    void prepare(RealAndEmbedded registries) {
        registries.send(Exchange.of("DELETE /v2/emptied/manifests/t"), 202);
    }

    /**
     * Its catalog is in random order, and its pages are random parts of it. It also answers {@code tags/anything}, which no client
     * asks for.
     */
    @Override
    Battery battery() {
        return Battery.of(Listings.support())
                .and(Battery.of(Listings.noTags()))
                .and(Battery.of(Listings.tags()))
                .andByCount(Listings.catalog())
                .andInAnyOrder(Listings.wholeCatalog());
    }
}
