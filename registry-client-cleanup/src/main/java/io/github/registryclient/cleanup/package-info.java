/**
 * Clean-up of a registry. {@link io.github.registryclient.cleanup.Planner} makes a {@link
 * io.github.registryclient.cleanup.plan.Plan} from a {@link io.github.registryclient.cleanup.policy.Policy}; that only reads.
 */
@NullMarked
package io.github.registryclient.cleanup;

import org.jspecify.annotations.NullMarked;
