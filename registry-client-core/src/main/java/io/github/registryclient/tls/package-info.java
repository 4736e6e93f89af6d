/**
 * Whom a client trusts and how it identifies itself, from the files that people have: {@link
 * io.github.registryclient.tls.TlsSettings} reads PEM, PKCS#12 and {@code certs.d} folders into what the JDK wants.
 */
@NullMarked
package io.github.registryclient.tls;

import org.jspecify.annotations.NullMarked;
