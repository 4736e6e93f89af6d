/**
 * Writes the log and plays the script, as layers around a registry that is served over HTTP: what
 * {@link io.github.registryclient.testkit.traffic} means on the wire. Not exported.
 *
 * <p>A fault stands here three times, because arrows point one way: {@link io.github.registryclient.testkit.traffic.Tampering} says
 * it in words that are exported, and so shows nothing of the server; {@link io.github.registryclient.testkit.http.Delivery} is what
 * the server can do, and knows of no script; {@link ResponseTampering} alone knows both, and puts the one into the other.
 */
@NullMarked
package io.github.registryclient.testkit.traffic.wire;

import org.jspecify.annotations.NullMarked;
