/** Keeps secrets out of all that is shown. */
@NullMarked
package io.github.registryclient.http.internal.secret;

import org.jspecify.annotations.NullMarked;
