/**
 * Secrets stay at the registry's own origin: each kind of secret, each way to lead a client elsewhere, and a second server that
 * fails the test if it sees one.
 */
package io.github.registryclient.http.origin;
