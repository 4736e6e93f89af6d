package io.github.registryclient.tests.manners;

import io.github.registryclient.testkit.manner.Manners;
import io.github.registryclient.testkit.process.RegistryProgram;

/** The manners of distribution 3.1, beside the real one. */
class PlaysDistribution31Test extends PlaysARealRegistry {
    PlaysDistribution31Test() {
        super(RegistryProgram.DISTRIBUTION_3, Manners.distribution312());
    }

    @Override
    void prepare(RealAndEmbedded registries) {
        registries.send(Exchange.of("DELETE /v2/emptied/manifests/" + IMAGE.digest()), 202);
    }

    @Override
    Battery battery() {
        return Battery.of(Listings.support())
                .and(Battery.of(Listings.noTags()))
                .and(Battery.of(Listings.tags()))
                .and(Battery.of(Listings.catalog()))
                .and(Battery.of(Listings.wholeCatalog()))
                .and(Battery.of("GET /v2/a/tags/lists"));
    }
}
