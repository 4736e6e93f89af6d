package io.github.registryclient.testkit.fault;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts equal requests. Thread-safe. */
final class Positions {
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();

    /** How many of these there are with this one. */
    int next(String method, String target) {
        return counts.merge(method + ' ' + target, 1, Integer::sum);
    }
}
