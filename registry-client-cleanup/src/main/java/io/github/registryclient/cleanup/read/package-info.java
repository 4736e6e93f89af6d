/** Reads repositories: each document once, side by side, and nothing that is not needed. It only reads. */
@NullMarked
package io.github.registryclient.cleanup.read;

import org.jspecify.annotations.NullMarked;
