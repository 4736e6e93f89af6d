/** What a run did: what became of each item, what that frees, and what was asked of the registry. */
@NullMarked
package io.github.registryclient.cleanup.report;

import org.jspecify.annotations.NullMarked;
