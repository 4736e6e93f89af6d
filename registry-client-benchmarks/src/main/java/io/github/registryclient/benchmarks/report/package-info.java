/** How two things are compared on a machine that is never quite quiet, and how the outcome is printed. */
@NullMarked
package io.github.registryclient.benchmarks.report;

import org.jspecify.annotations.NullMarked;
