/** The one way in which a manifest and its tags are put back, byte for byte; used by whoever takes something back. */
@NullMarked
package io.github.registryclient.cleanup.restore;

import org.jspecify.annotations.NullMarked;
