/** Files that are written whole, or not at all. */
@NullMarked
package io.github.registryclient.cleanup.files;

import org.jspecify.annotations.NullMarked;
