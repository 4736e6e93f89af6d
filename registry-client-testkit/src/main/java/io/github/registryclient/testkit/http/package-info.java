/**
 * A small HTTP/1.1 server on the JDK's sockets, as RFC 9110 and RFC 9112 have it, which can also lie: late, cut short, with
 * a wrong length, with a head that is no HTTP.
 *
 * <p>Knows requests, answers, connections and threads, nothing of registries. Not exported.
 */
@NullMarked
package io.github.registryclient.testkit.http;

import org.jspecify.annotations.NullMarked;
