/** Patterns of text, which rules of who may do what and patterns of requests share. Knows nothing of either. Not exported. */
@NullMarked
package io.github.registryclient.testkit.text;

import org.jspecify.annotations.NullMarked;
