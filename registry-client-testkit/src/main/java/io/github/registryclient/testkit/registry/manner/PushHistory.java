package io.github.registryclient.testkit.registry.manner;

import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.testkit.http.Handler;
import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.registry.Resource;
import io.github.registryclient.testkit.registry.Route;
import io.github.registryclient.testkit.registry.store.Store;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What was pushed through a registry, in its order, whatever became of it: servers on disks leave folders behind, and some list in
 * the order of pushes. Thread-safe.
 */
final class PushHistory {
    private static final int CREATED = 201;

    private final Map<String, Set<String>> tags = new TreeMap<>();

    private PushHistory() {}

    /** A decorator that knows what was pushed since the registry started. */
    static Decorator known(Function<PushHistory, Decorator> decorator) {
        return (inner, store) -> {
            PushHistory history = new PushHistory();
            Handler outer = decorator.apply(history).around(inner, store);
            return On.method("PUT", Resource.MANIFEST)
                    .answering((request, route, next, any) -> history.note(request, route, next))
                    .around(outer, store);
        };
    }

    private Response note(Request request, Route route, Handler registry) throws IOException {
        Response response = registry.handle(request);
        if (response.status() == CREATED) {
            note(route.repository(), route.isDigest() ? request.queries("tag") : List.of(route.last()));
        }
        return response;
    }

    private synchronized void note(RepositoryName repository, List<String> pushed) {
        tags.computeIfAbsent(repository.toString(), any -> new LinkedHashSet<>())
                .addAll(pushed);
    }

    /** Tags of a repository, those that were pushed first first; some may be gone. */
    synchronized List<String> tags(RepositoryName repository) {
        return List.copyOf(tags.getOrDefault(repository.toString(), Set.of()));
    }

    /** Whether a repository has or had a tag. */
    boolean wasTagged(RepositoryName repository, Store store) {
        return !tags(repository).isEmpty() || KnownRepositories.hasTag(repository, store);
    }

    /** Whether a repository has or had a manifest. */
    boolean hadManifest(RepositoryName repository, Store store) {
        synchronized (this) {
            if (tags.containsKey(repository.toString())) {
                return true;
            }
        }
        return KnownRepositories.hasManifest(repository, store);
    }
}
