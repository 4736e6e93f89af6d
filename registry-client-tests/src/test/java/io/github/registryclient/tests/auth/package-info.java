/** Authentication on real registries and with real token servers. */
package io.github.registryclient.tests.auth;
