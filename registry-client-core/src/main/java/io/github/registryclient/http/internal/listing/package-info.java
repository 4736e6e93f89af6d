/**
 * Listings that are complete or fail: pages as they came, the next page's query, the guards against loops and early ends,
 * and what registries lose at page boundaries.
 *
 * <p>A walk: {@link io.github.registryclient.http.internal.listing.PagedListing} gives a {@code PageIterator} to each reader. That
 * asks its {@link io.github.registryclient.http.internal.listing.PageFetcher} for a query and gets a
 * {@link io.github.registryclient.http.internal.listing.Page}, whose names {@code NamesReader} found in the body and
 * {@code ServedNames} makes when they are read. {@code NextQuery} asks the pagination strategy where to go on, and {@code EndProof}
 * says what the page tells about the end. A {@code Walk} is where one pass stands; to begin anew, for another reason ({@code Pass})
 * or after a refusal ({@code AfterRefusal}), is another walk. {@code LoopGuard} refuses a query that was asked before;
 * {@code FreshEntries} drops what the page before had; {@code LostAncestors}, of catalogs, looks up what a page boundary hides.
 */
@NullMarked
package io.github.registryclient.http.internal.listing;

import org.jspecify.annotations.NullMarked;
