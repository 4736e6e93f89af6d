/** What was read of repositories: tags, manifests, and how they hang together. */
@NullMarked
package io.github.registryclient.cleanup.graph;

import org.jspecify.annotations.NullMarked;
