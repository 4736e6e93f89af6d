/** Writes the log of requests, as a layer around a registry that is served over HTTP. Not exported. */
@NullMarked
package io.github.registryclient.testkit.traffic.wire;

import org.jspecify.annotations.NullMarked;
