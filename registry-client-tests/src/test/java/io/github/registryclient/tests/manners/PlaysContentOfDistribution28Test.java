package io.github.registryclient.tests.manners;

import io.github.registryclient.testkit.manner.Manners;
import io.github.registryclient.testkit.process.RegistryProgram;
import java.util.stream.Stream;

/** The manners of distribution 2.8, beside the real one, with manifests and blobs. */
class PlaysContentOfDistribution28Test extends PlaysContent {
    PlaysContentOfDistribution28Test() {
        super(RegistryProgram.DISTRIBUTION_2, Manners.distribution28());
    }

    @Override
    Stream<Scenario> scenarios() {
        return ContentScenarios.all(true).stream();
    }
}
