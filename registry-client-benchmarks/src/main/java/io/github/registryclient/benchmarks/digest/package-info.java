/** One call against the JDK's bare client: what the layers in between cost in time and in garbage. */
@NullMarked
package io.github.registryclient.benchmarks.digest;

import org.jspecify.annotations.NullMarked;
