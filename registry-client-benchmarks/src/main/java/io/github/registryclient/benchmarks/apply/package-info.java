/** How fast plans are carried out, beside a bare loop that sends the same requests and flushes as often. */
@NullMarked
package io.github.registryclient.benchmarks.apply;

import org.jspecify.annotations.NullMarked;
