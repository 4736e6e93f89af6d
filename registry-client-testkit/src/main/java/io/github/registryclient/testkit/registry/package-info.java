/**
 * What a registry answers: one class an endpoint, on a {@link io.github.registryclient.testkit.registry.store.Store}. Knows nothing
 * of sockets. Source: OCI distribution spec 1.1 and its draft as of July 2026; the catalog is Docker's.
 */
package io.github.registryclient.testkit.registry;
