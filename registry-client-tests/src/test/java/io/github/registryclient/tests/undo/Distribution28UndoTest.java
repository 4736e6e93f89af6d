package io.github.registryclient.tests.undo;

import io.github.registryclient.testkit.process.RegistryProgram;

/** Undo on distribution 2.8. */
class Distribution28UndoTest extends UndoContract {
    Distribution28UndoTest() {
        super(RegistryProgram.DISTRIBUTION_2);
    }
}
