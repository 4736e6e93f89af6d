/** Takes back what runs deleted, as long as garbage was not collected. */
@NullMarked
package io.github.registryclient.cleanup.undo;

import org.jspecify.annotations.NullMarked;
