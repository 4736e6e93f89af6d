/**
 * The network between a client and a registry: made slow on purpose, and looked at for what a client left behind.
 *
 * <p>Knows bytes, connections and threads, nothing of registries.
 */
@NullMarked
package io.github.registryclient.testkit.net;

import org.jspecify.annotations.NullMarked;
