/**
 * What things in a registry are called. Parsing lives here and nowhere else, so that a text that became a
 * {@link io.github.registryclient.name.Digest} is one.
 *
 * <p>{@code of} is for what people type and follows the OCI grammar; {@code asServed} keeps names usable that a server
 * sent although they break it. All values are immutable and thread-safe; null is refused everywhere.
 */
@NullMarked
package io.github.registryclient.name;

import org.jspecify.annotations.NullMarked;
