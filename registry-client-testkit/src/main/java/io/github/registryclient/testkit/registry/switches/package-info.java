/** What can be switched off in a registry. */
@NullMarked
package io.github.registryclient.testkit.registry.switches;

import org.jspecify.annotations.NullMarked;
