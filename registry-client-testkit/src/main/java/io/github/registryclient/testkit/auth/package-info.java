/**
 * Who may come in: a token server that registries of every kind believe, in the manners of known servers, and a clock that tests
 * move.
 */
@NullMarked
package io.github.registryclient.testkit.auth;

import org.jspecify.annotations.NullMarked;
