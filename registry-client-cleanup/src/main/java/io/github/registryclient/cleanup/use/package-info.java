/** What is in use somewhere, and so must not go. */
@NullMarked
package io.github.registryclient.cleanup.use;

import org.jspecify.annotations.NullMarked;
