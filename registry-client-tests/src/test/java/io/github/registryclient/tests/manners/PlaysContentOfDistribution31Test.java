package io.github.registryclient.tests.manners;

import io.github.registryclient.testkit.manner.Manners;
import io.github.registryclient.testkit.process.RegistryProgram;

/** The manners of distribution 3.1, beside the real one, with manifests and blobs. */
class PlaysContentOfDistribution31Test extends PlaysContent {
    PlaysContentOfDistribution31Test() {
        super(RegistryProgram.DISTRIBUTION_3, Manners.distribution312());
    }
}
