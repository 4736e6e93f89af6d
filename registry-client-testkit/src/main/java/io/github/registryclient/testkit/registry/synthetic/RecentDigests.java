package io.github.registryclient.testkit.registry.synthetic;

import io.github.registryclient.name.Digest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/** Remembers whose the digests are that were handed out last. Thread-safe. */
final class RecentDigests {
    private static final int MOST = 1000;

    private final Map<Digest, Integer> numbers = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Digest, Integer> eldest) {
            return size() > MOST;
        }
    };

    synchronized void add(Digest digest, int number) {
        numbers.put(digest, number);
    }

    synchronized OptionalInt find(Digest digest) {
        Integer number = numbers.get(digest);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
