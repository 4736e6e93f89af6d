/** What a server says of how it wants to be asked, beside its answers: waits, limits and warnings. */
@NullMarked
package io.github.registryclient.http.internal.advice;

import org.jspecify.annotations.NullMarked;
