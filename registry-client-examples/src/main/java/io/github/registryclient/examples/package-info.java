/** The program behind the script {@code run}: the demo's command line, and what the JShell prelude calls. */
@NullMarked
package io.github.registryclient.examples;

import org.jspecify.annotations.NullMarked;
