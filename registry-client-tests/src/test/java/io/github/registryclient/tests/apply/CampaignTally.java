package io.github.registryclient.tests.apply;

import io.github.registryclient.cleanup.report.Outcome;
import io.github.registryclient.cleanup.report.Report;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What happened in a campaign. Thread-safe. */
final class CampaignTally {
    private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    private final List<Long> neverDone = new ArrayList<>();
    private int runs;
    private int killed;
    private int refused;

    synchronized void add(Report report) {
        runs++;
        report.counts().forEach((outcome, count) -> outcomes.merge(outcome, count, Long::sum));
    }

    synchronized void killed() {
        killed++;
    }

    synchronized void refused() {
        refused++;
    }

    synchronized void neverDone(long seed) {
        neverDone.add(seed);
    }

    synchronized long count(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }

    synchronized int kills() {
        return killed;
    }

    synchronized List<Long> neverDone() {
        return List.copyOf(neverDone);
    }

    @Override
    public synchronized String toString() {
        return runs + " runs, " + killed + " killed, " + refused + " refused, " + outcomes + ", never done: "
                + neverDone;
    }
}
