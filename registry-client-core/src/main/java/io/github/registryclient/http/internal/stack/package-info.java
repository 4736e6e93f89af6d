/** The layers that a request passes, assembled once. */
@NullMarked
package io.github.registryclient.http.internal.stack;

import org.jspecify.annotations.NullMarked;
