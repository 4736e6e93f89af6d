/** How a client waits, for those who test what waits. */
@NullMarked
package io.github.registryclient.http.time;

import org.jspecify.annotations.NullMarked;
