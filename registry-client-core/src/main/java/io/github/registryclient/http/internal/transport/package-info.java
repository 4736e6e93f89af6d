/**
 * A request, its answer, and how one attempt reaches the wire. The layers above it are packages of their own, put together in
 * {@code TransportStack} of package {@code stack}, which names all of them in their order.
 */
@NullMarked
package io.github.registryclient.http.internal.transport;

import org.jspecify.annotations.NullMarked;
