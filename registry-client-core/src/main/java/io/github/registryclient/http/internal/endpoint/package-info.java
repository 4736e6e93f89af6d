/**
 * One class per endpoint of the registry API: method, path, headers, and how its answers are read. Endpoints know nothing of
 * connections, credentials or time.
 */
@NullMarked
package io.github.registryclient.http.internal.endpoint;

import org.jspecify.annotations.NullMarked;
