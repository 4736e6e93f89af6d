/** What is to stay and what may go: an immutable value, its builder, and its JSON form. */
@NullMarked
package io.github.registryclient.cleanup.policy;

import org.jspecify.annotations.NullMarked;
