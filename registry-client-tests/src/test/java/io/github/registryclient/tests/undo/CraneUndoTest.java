package io.github.registryclient.tests.undo;

import io.github.registryclient.testkit.process.RegistryProgram;

/** Undo on go-containerregistry's registry. */
class CraneUndoTest extends UndoContract {
    CraneUndoTest() {
        super(RegistryProgram.CRANE);
    }
}
