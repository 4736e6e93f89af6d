package io.github.registryclient.tests.apply;

/** The end of the process, as far as one thread can play it: nothing that catches exceptions catches it. */
final class Killed extends Error {
    private static final long serialVersionUID = 1L;

    Killed(String where) {
        super(where);
    }
}
