/** What the README shows: each region is copied there, and all of them run in tests. */
@NullMarked
package io.github.registryclient.examples.snippets;

import org.jspecify.annotations.NullMarked;
