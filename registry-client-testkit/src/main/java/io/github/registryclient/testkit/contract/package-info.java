/**
 * What tests on JUnit Jupiter use: the contract that every client fulfils on every registry, the ways in which known
 * registries differ, and the lookup of real registries that skips or fails a test.
 *
 * <p>The only package here that needs JUnit.
 */
@NullMarked
package io.github.registryclient.testkit.contract;

import org.jspecify.annotations.NullMarked;
