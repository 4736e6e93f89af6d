/**
 * Certificates for tests, made in this JVM with the JDK's public API: an authority, what it issues to servers and clients, and what
 * has to be wrong with them. Nothing here is fit for anything but tests.
 */
@NullMarked
package io.github.registryclient.testkit.tls;

import org.jspecify.annotations.NullMarked;
