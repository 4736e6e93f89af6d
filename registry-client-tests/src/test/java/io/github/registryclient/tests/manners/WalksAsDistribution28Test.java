package io.github.registryclient.tests.manners;

import io.github.registryclient.testkit.manner.Manners;
import io.github.registryclient.testkit.process.RegistryProgram;

/** The catalog of distribution 2.8, beside the real one. */
class WalksAsDistribution28Test extends WalksOnDisk {
    WalksAsDistribution28Test() {
        super(RegistryProgram.DISTRIBUTION_2, Manners.distribution28());
    }
}
