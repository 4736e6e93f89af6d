/** What is behind the manners of known servers: handlers around a registry that changes nothing. */
@NullMarked
package io.github.registryclient.testkit.registry.manner;

import org.jspecify.annotations.NullMarked;
