package io.github.registryclient.tests.manners;

import io.github.registryclient.testkit.manner.Manners;
import io.github.registryclient.testkit.process.RegistryProgram;

/** The catalog of distribution 3.1, beside the real one. */
class WalksAsDistribution31Test extends WalksOnDisk {
    WalksAsDistribution31Test() {
        super(RegistryProgram.DISTRIBUTION_3, Manners.distribution312());
    }
}
