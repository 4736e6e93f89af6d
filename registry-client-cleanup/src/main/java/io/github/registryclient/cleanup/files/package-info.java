/** Files that are written whole, or not at all, and that outlive a run. */
@NullMarked
package io.github.registryclient.cleanup.files;

import org.jspecify.annotations.NullMarked;
