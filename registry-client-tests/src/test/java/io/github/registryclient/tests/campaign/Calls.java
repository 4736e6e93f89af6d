package io.github.registryclient.tests.campaign;

import io.github.registryclient.error.RegistryException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/** Makes calls: what comes of them is a value or one of the typed exceptions, and nothing in it is secret. Thread-safe. */
final class Calls {
    private final Findings findings;
    private final Map<String, Integer> outcomes = new TreeMap<>();

    Calls(Findings findings) {
        this.findings = findings;
    }

    /** The value, or empty where a typed exception came. */
    <T> Optional<T> attempt(String what, Callable<T> call) {
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
