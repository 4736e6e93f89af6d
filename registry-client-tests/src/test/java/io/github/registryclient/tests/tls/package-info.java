/** TLS between the client and several servers. */
package io.github.registryclient.tests.tls;
