/** Bodies that were read whole. */
@NullMarked
package io.github.registryclient.http.internal.bytes;

import org.jspecify.annotations.NullMarked;
