/**
 * How a request reaches the wire and its answer comes back: one concern per class, stacked in
 * {@link io.github.registryclient.http.internal.transport.TransportStack} from the outside to the inside: the call's life and
 * total deadline, redirects, authentication, the gate, the registry's warnings, the proxy's account, and one attempt on the JDK's
 * client.
 */
@NullMarked
package io.github.registryclient.http.internal.transport;

import org.jspecify.annotations.NullMarked;
