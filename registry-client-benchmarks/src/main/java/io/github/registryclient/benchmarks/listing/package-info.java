/** Listings too large for a careless client. */
@NullMarked
package io.github.registryclient.benchmarks.listing;

import org.jspecify.annotations.NullMarked;
