/**
 * A token server that registries of every kind believe, in the manners of known servers.
 */
@NullMarked
package io.github.registryclient.testkit.tokenserver;

import org.jspecify.annotations.NullMarked;
