/**
 * Who the client is to the registry: challenges read, tokens fetched, kept and shared, scopes chosen, one answer at most to each
 * refusal. {@link io.github.registryclient.http.internal.auth.Account} is the layer that the stack puts in its place.
 */
@NullMarked
package io.github.registryclient.http.internal.auth;

import org.jspecify.annotations.NullMarked;
