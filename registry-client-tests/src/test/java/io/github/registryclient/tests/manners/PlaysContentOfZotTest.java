package io.github.registryclient.tests.manners;

import io.github.registryclient.testkit.manner.Manners;
import io.github.registryclient.testkit.process.RegistryProgram;

/** The manners of zot, beside the real one, with manifests and blobs. */
class PlaysContentOfZotTest extends PlaysContent {
    PlaysContentOfZotTest() {
        super(RegistryProgram.ZOT, Manners.zot());
    }
}
