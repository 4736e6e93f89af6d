/** A plan: what stays and what goes, why, and what that frees. */
@NullMarked
package io.github.registryclient.cleanup.plan;

import org.jspecify.annotations.NullMarked;
