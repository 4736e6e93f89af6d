package io.github.registryclient.testkit.traffic.wire;

import io.github.registryclient.testkit.traffic.LoggedRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The requests that a strict script did not expect: each once, with how often it came. Thread-safe. */
final class Unexpected {
    private static final int MOST = 50;

    private final Map<String, Long> requests = new LinkedHashMap<>();
    private long count;

    /** Adds one, and gives its name. */
    synchronized String add(LoggedRequest request) {
        String name = request.target();
        count++;
        if (requests.size() < MOST || requests.containsKey(name)) {
            requests.merge(name, 1L, Long::sum);
        }
        return name;
    }

    synchronized long count() {
        return count;
    }

    /** A line for each, and one for those that are too many. */
    synchronized List<String> text() {
        List<String> lines = new ArrayList<>();
        requests.forEach((name, times) -> lines.add("  " + name + (times == 1 ? "" : ", " + Times.text(times))));
        long told = requests.values().stream().mapToLong(Long::longValue).sum();
        if (told < count) {
            lines.add("  and " + (count - told) + " more");
        }
        return lines;
    }
}
