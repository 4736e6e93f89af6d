package io.github.registryclient.tests.manners;

import io.github.registryclient.testkit.manner.Manners;
import io.github.registryclient.testkit.process.RegistryProgram;

/** The manners of go-containerregistry's registry, beside the real one, with manifests and blobs. */
class PlaysContentOfGoContainerRegistryTest extends PlaysContent {
    PlaysContentOfGoContainerRegistryTest() {
        super(RegistryProgram.CRANE, Manners.goContainerRegistry());
    }
}
