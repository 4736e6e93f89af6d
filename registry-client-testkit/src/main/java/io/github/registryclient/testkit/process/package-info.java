/**
 * Real registries: found on the PATH, started on free loopback ports with a configuration of their own, restarted, their
 * garbage collected, and ended.
 *
 * <p>Kept apart from what speaks to registries, because nothing here knows what a registry answers beyond that it does.
 */
@NullMarked
package io.github.registryclient.testkit.process;

import org.jspecify.annotations.NullMarked;
