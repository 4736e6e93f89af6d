package io.github.registryclient.tests.campaign;

import io.github.registryclient.error.RegistryException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/**
 * Makes calls: what comes of them is a value or one of the typed exceptions, in time, and nothing in it is secret. Thread-safe.
 */
final class Calls {
    /** A busy machine may take that long for what is due at once. */
    private static final Duration SLACK = Duration.ofSeconds(10);
    /** Each page and each tag has a deadline of its own. */
    private static final int MOST_REQUESTS_OF_MANY = 30;

    private static final Set<String> MANY = Set.of("listRepositories", "listTags", "resolveTags");

    private final Findings findings;
    private final CampaignTime time;
    private final Duration allowed;
    private final Map<String, Integer> outcomes = new TreeMap<>();

    Calls(Findings findings, CampaignTime time, Duration allowed) {
        this.findings = findings;
        this.time = time;
        this.allowed = allowed;
    }

    /** The value, or empty where a typed exception came. */
    <T> Optional<T> attempt(String what, Callable<T> call) {
        Duration begun = time.spent();
        Duration before = time.waited();
        try {
            return outcome(what, call);
        } finally {
            Duration took = time.spent().minus(begun);
            Duration most = MANY.contains(what) ? allowed.multipliedBy(MOST_REQUESTS_OF_MANY) : allowed;
            findings.check(took.minus(SLACK).compareTo(most) <= 0, what + " took " + took + " in place of " + most);
            Duration waited = time.waited().minus(before);
            findings.check(waited.compareTo(most) <= 0, what + " waited " + waited + " in place of " + most);
        }
    }

    private <T> Optional<T> outcome(String what, Callable<T> call) {
        try {
            T value = call.call();
            count(what + ": returned");
            findings.check(value != null, what + " returned null");
            findings.check(!Sentinel.isIn(String.valueOf(value)), what + " returned a secret: " + value);
            return Optional.ofNullable(value);
        } catch (RegistryException expected) {
            count(what + ": " + expected.getClass().getSimpleName());
            String everything = Sentinel.everything(expected);
            findings.check(!Sentinel.isIn(everything), what + " shows a secret: " + everything);
        } catch (Throwable other) {
            findings.add(what + " threw what is not typed: " + Sentinel.everything(other));
        }
        return Optional.empty();
    }

    private synchronized void count(String outcome) {
        outcomes.merge(outcome, 1, Integer::sum);
    }

    /** How calls ended, how often. */
    synchronized Map<String, Integer> outcomes() {
        return new TreeMap<>(outcomes);
    }
}
