/** What a registry keeps: bytes by digest, and per repository its tags, manifests and blobs. Knows nothing of HTTP. */
package io.github.registryclient.testkit.registry.store;
