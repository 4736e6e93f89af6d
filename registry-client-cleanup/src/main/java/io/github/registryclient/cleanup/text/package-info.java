/** Numbers and times for people. */
@NullMarked
package io.github.registryclient.cleanup.text;

import org.jspecify.annotations.NullMarked;
