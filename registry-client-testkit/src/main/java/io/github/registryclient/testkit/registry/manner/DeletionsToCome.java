package io.github.registryclient.testkit.registry.manner;

import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.testkit.http.Handler;
import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.registry.Route;
import io.github.registryclient.testkit.registry.store.Store;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Deletions that were accepted, and that come when the repository was read a few times more: no clock is needed. */
final class DeletionsToCome implements On.Answering {
    private static final int READS = 3;

    private final Map<RepositoryName, Map<String, Pending>> pending = new LinkedHashMap<>();

    @Override
    public Response answer(Request request, Route route, Handler registry, Store store) throws IOException {
        if (request.method().equals("DELETE")) {
            return route.isDigest()
                            && store.manifest(route.repository(), route.reference())
                                    .isPresent()
                    ? accept(request, route)
                    : registry.handle(request);
        }
        Response asItStillIs = registry.handle(request);
        for (Request due : due(route.repository())) {
            registry.handle(due);
        }
        return asItStillIs;
    }

    private synchronized Response accept(Request request, Route route) {
        pending.computeIfAbsent(route.repository(), any -> new LinkedHashMap<>())
                .putIfAbsent(route.last(), new Pending(request));
        return Response.of(202);
    }

    private synchronized List<Request> due(RepositoryName repository) {
        List<Request> due = new ArrayList<>();
        pending.getOrDefault(repository, new LinkedHashMap<>()).values().removeIf(deletion -> {
            boolean now = deletion.isDueAfterOneMore();
            if (now) {
                due.add(deletion.request);
            }
            return now;
        });
        return due;
    }

    /** A DELETE that waits. */
    private static final class Pending {
        private final Request request;
        private int left = READS;

        Pending(Request request) {
            this.request = request;
        }

        boolean isDueAfterOneMore() {
            left--;
            return left == 0;
        }
    }
}
