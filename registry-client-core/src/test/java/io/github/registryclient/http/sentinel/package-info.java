/** Secrets pushed through everything that the client says: messages, causes, serialised exceptions, logs, events. */
package io.github.registryclient.http.sentinel;
