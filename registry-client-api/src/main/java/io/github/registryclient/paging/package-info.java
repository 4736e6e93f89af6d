/**
 * How a listing finds its next page. A strategy only says what to ask for; the client keeps to its own origin and path,
 * and guards against loops and early ends whatever the strategy says.
 */
@NullMarked
package io.github.registryclient.paging;

import org.jspecify.annotations.NullMarked;
