package io.github.registryclient.testkit.registry.manner;

import io.github.registryclient.testkit.http.Cut;
import io.github.registryclient.testkit.http.Delivery;
import io.github.registryclient.testkit.http.Response;

/** What a client gets of a server in Go whose handler panics. */
final class BrokenOff {
    /** The end of the connection, and nothing before it. */
    static final Response ANSWER = Response.of(500).delivery(Delivery.honest().cutBeforeHead(Cut.CLOSE));

    private BrokenOff() {}
}
