/**
 * Images for tests, what registries were seen to hold, and the plain HTTP that puts it there.
 *
 * <p>An oracle: documents are written by hand and hashed here, and nothing is sent by the client under test or read by its
 * codec, so that what was pushed and what is read can be compared.
 */
@NullMarked
package io.github.registryclient.testkit.sample;

import org.jspecify.annotations.NullMarked;
