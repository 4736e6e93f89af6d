/**
 * Listings that are complete or fail: pages as they came, the next page's query, the guards against loops and early ends,
 * and what registries lose at page boundaries.
 */
@NullMarked
package io.github.registryclient.http.internal.listing;

import org.jspecify.annotations.NullMarked;
