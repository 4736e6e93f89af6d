/** What killed runs had begun, found out by reading. */
@NullMarked
package io.github.registryclient.cleanup.settle;

import org.jspecify.annotations.NullMarked;
