/**
 * Plans carried out: each deletion after a look, written down before it and after it, and nothing else changed.
 */
@NullMarked
package io.github.registryclient.cleanup.apply;

import org.jspecify.annotations.NullMarked;
