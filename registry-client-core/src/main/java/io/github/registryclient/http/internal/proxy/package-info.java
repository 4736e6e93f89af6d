/**
 * Which proxy a request goes through, and whose password that one wants: settings and environment variables read into rules,
 * without sending anything.
 */
@NullMarked
package io.github.registryclient.http.internal.proxy;

import org.jspecify.annotations.NullMarked;
