/**
 * What comes to an embedded registry, to assert on, and what it is told to do instead of an honest answer.
 *
 * <p>Requests are asserted on with a {@link io.github.registryclient.testkit.traffic.RequestLog}; nothing here shows a secret.
 */
@NullMarked
package io.github.registryclient.testkit.traffic;

import org.jspecify.annotations.NullMarked;
