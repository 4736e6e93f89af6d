/** Versions in tags, in their semantic order. */
@NullMarked
package io.github.registryclient.cleanup.version;

import org.jspecify.annotations.NullMarked;
