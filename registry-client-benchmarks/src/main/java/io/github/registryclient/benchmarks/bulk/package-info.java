/** Many tags of a real registry resolved side by side, near and far, beside what other tools reach. */
@NullMarked
package io.github.registryclient.benchmarks.bulk;

import org.jspecify.annotations.NullMarked;
