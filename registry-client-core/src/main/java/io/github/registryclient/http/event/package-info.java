/**
 * What a client does on its way to an answer, told to a {@link io.github.registryclient.http.event.ClientListener}: attempts,
 * retries, waits, tokens and warnings. Values for metrics, traces and audits; none of them holds a credential.
 */
@NullMarked
package io.github.registryclient.http.event;

import org.jspecify.annotations.NullMarked;
