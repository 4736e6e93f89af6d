package io.github.registryclient.tests.campaign;

import io.github.registryclient.testkit.fault.FaultKind;
import io.github.registryclient.testkit.fault.ProxiedRequest;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What happened in all runs together: a campaign in which nothing happens proves nothing. Thread-safe. */
final class Tally {
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final Map<FaultKind, Integer> faults = new EnumMap<>(FaultKind.class);
    private final Map<String, Integer> events = new TreeMap<>();
    private final Map<FaultKind, Integer> tokenFaults = new EnumMap<>(FaultKind.class);
    private long requests;
    private int runs;

    synchronized void add(Map<String, Integer> more, List<ProxiedRequest> proxied) {
        runs++;
        requests += proxied.size();
        more.forEach((outcome, count) -> outcomes.merge(outcome, count, Integer::sum));
        for (ProxiedRequest one : proxied) {
            one.fault().ifPresent(kind -> faults.merge(kind, 1, Integer::sum));
            one.events().forEach(event -> events.merge(event, 1, Integer::sum));
        }
    }

    synchronized void addTokens(List<ProxiedRequest> proxied) {
        proxied.forEach(one -> one.fault().ifPresent(kind -> tokenFaults.merge(kind, 1, Integer::sum)));
    }

    /** How many requests for tokens something was done to. */
    synchronized int tokenFaults() {
        return tokenFaults.values().stream().mapToInt(Integer::intValue).sum();
    }

    synchronized int runs() {
        return runs;
    }

    synchronized Set<FaultKind> faults() {
        return faults.isEmpty() ? EnumSet.noneOf(FaultKind.class) : EnumSet.copyOf(faults.keySet());
    }

    synchronized int count(String outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }

    synchronized int events(String name) {
        return events.getOrDefault(name, 0);
    }

    @Override
    public synchronized String toString() {
        return runs + " runs, " + requests + " requests\n  calls: " + outcomes + "\n  faults: " + faults
                + "\n  of requests for tokens: " + tokenFaults
                + "\n  events: " + events;
    }
}
