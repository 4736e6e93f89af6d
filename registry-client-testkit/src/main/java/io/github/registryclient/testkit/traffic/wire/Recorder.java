package io.github.registryclient.testkit.traffic.wire;

import io.github.registryclient.testkit.http.Handler;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.traffic.LoggedRequest;
import io.github.registryclient.testkit.traffic.RequestLog;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Writes down what comes, before anything else sees it. Thread-safe. */
public final class Recorder {
    private final int limit;
    private final Deque<Entry> entries = new ArrayDeque<>();
    private long forgotten;

    /** @param limit how many requests are kept */
    public Recorder(int limit) {
        this.limit = limit;
    }

    /** A handler that writes down what the other one gets, and what it answers. */
    public Handler around(Handler inner) {
        return request -> {
            Entry entry = add(Logged.of(request));
            Response response = inner.handle(request);
            entry.request = entry.request.answered(
                    response.sentStatus(), response.delivery().toString());
            return response;
        };
    }

    /** What came so far. */
    public RequestLog log() {
        List<LoggedRequest> kept = new ArrayList<>();
        synchronized (entries) {
            entries.forEach(entry -> kept.add(entry.request));
            return RequestLog.of(kept, forgotten);
        }
    }

    /** Begins anew. A request that is being answered belongs to what was before. */
    public void clear() {
        synchronized (entries) {
            entries.clear();
            forgotten = 0;
        }
    }

    private Entry add(LoggedRequest request) {
        synchronized (entries) {
            Entry last = entries.peekLast();
            Entry entry = new Entry(last == null ? request : request.sharing(last.request));
            entries.addLast(entry);
            if (entries.size() > limit) {
                entries.removeFirst();
                forgotten++;
            }
            return entry;
        }
    }

    private static final class Entry {
        private volatile LoggedRequest request;

        private Entry(LoggedRequest request) {
            this.request = request;
        }
    }
}
