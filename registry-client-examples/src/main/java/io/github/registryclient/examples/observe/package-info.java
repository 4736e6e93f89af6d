/** Metrics and traces of a client, fed by its listener: Micrometer and OpenTelemetry, to be copied. */
@NullMarked
package io.github.registryclient.examples.observe;

import org.jspecify.annotations.NullMarked;
