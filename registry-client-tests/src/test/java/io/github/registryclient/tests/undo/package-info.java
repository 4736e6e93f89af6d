/** What is put back, and taken back, on the embedded registry and on real ones. */
@NullMarked
package io.github.registryclient.tests.undo;

import org.jspecify.annotations.NullMarked;
