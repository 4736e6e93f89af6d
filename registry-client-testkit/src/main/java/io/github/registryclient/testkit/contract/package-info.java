/**
 * What tests on JUnit Jupiter use: the contract that every client fulfils on every registry, the ways in which known
 * registries differ, and the lookup of real registries that skips or fails a test.
 *
 * <p>Needs JUnit, as beside it only {@link io.github.registryclient.testkit.junit} does.
 */
@NullMarked
package io.github.registryclient.testkit.contract;

import org.jspecify.annotations.NullMarked;
