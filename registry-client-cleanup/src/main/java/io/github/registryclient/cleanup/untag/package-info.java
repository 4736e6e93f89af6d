/** Removes a tag and leaves its manifest, on registries that can only delete manifests. */
@NullMarked
package io.github.registryclient.cleanup.untag;

import org.jspecify.annotations.NullMarked;
