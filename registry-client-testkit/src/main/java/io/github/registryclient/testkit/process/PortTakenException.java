package io.github.registryclient.testkit.process;

/** Somebody took the free port first; try another one. */
final class PortTakenException extends Exception {
    private static final long serialVersionUID = 1L;

    PortTakenException(int port) {
        super("port " + port + " is taken");
    }
}
