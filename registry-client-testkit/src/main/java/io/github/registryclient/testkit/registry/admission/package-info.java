/**
 * What stands before a registry that does not let everybody in: which access a request needs, whether its credentials give it, and
 * how it is asked for others. Source: distribution, {@code registry/handlers/app.go} and {@code registry/auth}.
 */
@NullMarked
package io.github.registryclient.testkit.registry.admission;

import org.jspecify.annotations.NullMarked;
