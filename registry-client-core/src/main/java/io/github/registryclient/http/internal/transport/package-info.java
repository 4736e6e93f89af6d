/**
 * How a request reaches the wire and its answer comes back: one concern per class, stacked in
 * {@code TransportStack}, which names the layers in their order.
 */
@NullMarked
package io.github.registryclient.http.internal.transport;

import org.jspecify.annotations.NullMarked;
