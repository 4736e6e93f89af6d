/** A server whose own cost is small beside a client's, so that what is measured is the client. */
@NullMarked
package io.github.registryclient.benchmarks.server;

import org.jspecify.annotations.NullMarked;
