/** How fast the testkit's embedded registry answers, and how its answers grow: what tests that use it have to reckon with. */
@NullMarked
package io.github.registryclient.benchmarks.embedded;

import org.jspecify.annotations.NullMarked;
