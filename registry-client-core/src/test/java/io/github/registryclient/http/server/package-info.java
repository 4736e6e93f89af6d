/** A server that says on a raw socket what a test wrote down, for what no cooperative server does. */
package io.github.registryclient.http.server;
