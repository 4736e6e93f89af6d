/** Where runs are written down, before and after each change, so that they can be resumed and taken back. */
@NullMarked
package io.github.registryclient.cleanup.journal;

import org.jspecify.annotations.NullMarked;
