package io.github.registryclient.tests.manners;

import io.github.registryclient.testkit.manner.Manners;
import io.github.registryclient.testkit.process.RegistryProgram;

/** The manners of distribution 2.8, beside the real one. */
class PlaysDistribution28Test extends PlaysARealRegistry {
    PlaysDistribution28Test() {
        super(RegistryProgram.DISTRIBUTION_2, Manners.distribution28());
    }

    @Override
    void prepare(RealAndEmbedded registries) {
        registries.send(Exchange.of("DELETE /v2/emptied/manifests/" + IMAGE.digest()), 202);
    }

    /** Its tags are in the order of the file system. */
    @Override
    Battery battery() {
        return Battery.of(Listings.support())
                .and(Battery.of(Listings.noTags()))
                .andInAnyOrder(Listings.tags())
                .and(Battery.of(Listings.catalog()))
                .and(Battery.of(Listings.wholeCatalog()))
                .and(Battery.of("GET /v2/a/tags/lists"));
    }
}
