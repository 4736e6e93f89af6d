package io.github.registryclient.benchmarks.bulk;

import io.github.registryclient.ResolvedTags;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.net.URI;
import java.util.Map;

/** The library's bulk call. */
final class ClientRun implements AutoCloseable {
    private final HttpRegistryClient client;
    private final RepositoryName repository;
    private final Map<Tag, Digest> expected;

    ClientRun(URI registry, RepositoryName repository, Map<Tag, Digest> expected, int inFlight) {
        this.client = HttpRegistryClient.builder(registry.toString())
                .concurrency(inFlight)
                .build();
        this.repository = repository;
        this.expected = expected;
    }

    /** Resolves all tags once; gives tags a second. */
    double perSecond() {
        long start = System.nanoTime();
        ResolvedTags resolved = client.resolveTags(repository, expected.keySet());
        double perSecond = expected.size() * 1e9 / (System.nanoTime() - start);
        if (!resolved.digests().equals(expected)) {
            throw new IllegalStateException("resolved otherwise than pushed; dangling: " + resolved.dangling());
        }
        return perSecond;
    }

    @Override
    public void close() {
        client.close();
    }
}
