package io.github.registryclient.tests.manners;

import io.github.registryclient.testkit.manner.Manners;
import io.github.registryclient.testkit.process.RegistryProgram;

/** The manners of zot, beside the real one. */
class PlaysZotTest extends PlaysARealRegistry {
    PlaysZotTest() {
        super(RegistryProgram.ZOT, Manners.zot());
    }

    @Override
    void prepare(RealAndEmbedded registries) {
        registries.send(Exchange.of("DELETE /v2/emptied/manifests/" + IMAGE.digest()), 202);
    }

    @Override
    Battery battery() {
        return Battery.of(Listings.noTags())
                .and(Battery.of(Listings.tags()))
                .and(Battery.of(Listings.catalog()))
                .and(Battery.of(Listings.wholeCatalog()))
                .and(Battery.of("GET /v2/a/tags/lists"));
    }
}
