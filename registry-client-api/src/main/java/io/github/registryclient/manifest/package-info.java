/**
 * The documents of a registry: manifests, indexes, image configurations, and the one codec that reads them.
 *
 * <p>Raw bytes stay beside what was read from them, because a digest means bytes: what is put back must be what was read.
 * All values are immutable and thread-safe; null is refused everywhere.
 */
@NullMarked
package io.github.registryclient.manifest;

import org.jspecify.annotations.NullMarked;
