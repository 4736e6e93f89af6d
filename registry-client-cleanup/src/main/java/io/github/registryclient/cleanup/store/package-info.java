/** What outlives a run: documents by digest, and when what was first seen. Interfaces, and an implementation in a folder. */
@NullMarked
package io.github.registryclient.cleanup.store;

import org.jspecify.annotations.NullMarked;
