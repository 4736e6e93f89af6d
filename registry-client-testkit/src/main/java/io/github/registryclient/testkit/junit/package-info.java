/**
 * An embedded registry as a parameter of JUnit 5 tests. Needs {@code junit-jupiter-api} 5.12 or later, which the rest of the
 * testkit does not.
 */
@NullMarked
package io.github.registryclient.testkit.junit;

import org.jspecify.annotations.NullMarked;
