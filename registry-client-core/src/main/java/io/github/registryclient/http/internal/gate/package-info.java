/** How much each host gets at a time and a second, and how it slows all of a client down. */
@NullMarked
package io.github.registryclient.http.internal.gate;

import org.jspecify.annotations.NullMarked;
