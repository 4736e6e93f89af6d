package io.github.registryclient.examples.demo;

import java.util.List;

/** What a garbage collector was told, and what it told. */
final class CollectorRun {
    private final String call;
    private final List<String> lines;
    private final boolean succeeded;

    private CollectorRun(String call, List<String> lines, boolean succeeded) {
        this.call = call;
        this.lines = List.copyOf(lines);
        this.succeeded = succeeded;
    }

    static CollectorRun succeeded(String call, List<String> lines) {
        return new CollectorRun(call, lines, true);
    }

    static CollectorRun failed(String call, List<String> lines) {
        return new CollectorRun(call, lines, false);
    }

    String call() {
        return call;
    }

    List<String> lines() {
        return lines;
    }

    boolean hasSucceeded() {
        return succeeded;
    }
}
