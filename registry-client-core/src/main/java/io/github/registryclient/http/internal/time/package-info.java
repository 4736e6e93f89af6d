/** Clocks and deadlines. */
@NullMarked
package io.github.registryclient.http.internal.time;

import org.jspecify.annotations.NullMarked;
