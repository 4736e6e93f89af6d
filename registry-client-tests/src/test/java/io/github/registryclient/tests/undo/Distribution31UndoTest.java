package io.github.registryclient.tests.undo;

import io.github.registryclient.testkit.process.RegistryProgram;

/** Undo on distribution 3.1. */
class Distribution31UndoTest extends UndoContract {
    Distribution31UndoTest() {
        super(RegistryProgram.DISTRIBUTION_3);
    }
}
