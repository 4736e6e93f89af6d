/** Credentials that real programs wrote, at real registries. */
package io.github.registryclient.tests.credentials;
