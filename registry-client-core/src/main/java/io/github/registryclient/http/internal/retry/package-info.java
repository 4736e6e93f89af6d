/** What is sent again, how often, and after how long. */
@NullMarked
package io.github.registryclient.http.internal.retry;

import org.jspecify.annotations.NullMarked;
