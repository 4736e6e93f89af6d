/**
 * Writes the log and plays the script, as layers around a registry that is served over HTTP: what
 * {@link io.github.registryclient.testkit.traffic} means on the wire. Not exported.
 */
@NullMarked
package io.github.registryclient.testkit.traffic.wire;

import org.jspecify.annotations.NullMarked;
