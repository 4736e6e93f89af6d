package io.github.registryclient.tests.plan;

import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.cleanup.policy.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What looks at a registry, one after the other, tell of first sights. It has nothing to say before its first look. */
final class NaiveLedger {
    private Optional<Instant> began = Optional.empty();
    private boolean replacesLost;
    private final Map<String, Map<String, NaiveSight>> tags = new TreeMap<>();
    private final Map<String, Map<String, NaiveSight>> untagged = new TreeMap<>();
    /** Something led to it at the last look. */
    private final Set<String> led = new TreeSet<>();

    /** It was lost, and another begins in its place. */
    void beginAnew(Instant now) {
        began = Optional.of(now);
        replacesLost = true;
        tags.clear();
        untagged.clear();
        led.clear();
    }

    NaiveLedger copy() {
        NaiveLedger copy = new NaiveLedger();
        copy.began = began;
        copy.replacesLost = replacesLost;
        copy.tags.putAll(tags);
        copy.untagged.putAll(untagged);
        copy.led.addAll(led);
        return copy;
    }

    /** Whether it stands in for one that was lost, and is younger than the longest term of the policy. */
    boolean isUnsure(Policy policy) {
        List<Duration> terms = new ArrayList<>(List.of(policy.ages().grace()));
        for (Rule rule : policy.rules()) {
            rule.olderThan().ifPresent(terms::add);
            rule.youngerThan().ifPresent(terms::add);
            rule.groupOlderThan().ifPresent(terms::add);
        }
        return replacesLost
                && terms.stream()
                        .anyMatch(term -> began.orElseThrow().plus(term).isAfter(RandomTimes.NOW));
    }

    /** What had a tag at some look, and every index that a look saw. */
    Set<String> known(String repository) {
        Set<String> known =
                new TreeSet<>(untagged.getOrDefault(repository, Map.of()).keySet());
        tags.getOrDefault(repository, Map.of()).values().forEach(sight -> known.add(sight.digest));
        return known;
    }

    /** Looks at all that is there, each with what was known of it. */
    void look(Instant now, Iterable<NaiveRepository> repositories) {
        boolean first = began.isEmpty();
        began = began.or(() -> Optional.of(now));
        for (NaiveRepository repository : repositories) {
            Set<String> known = known(repository.name);
            Map<String, NaiveSight> before = tags.getOrDefault(repository.name, Map.of());
            Map<String, NaiveSight> sights = new TreeMap<>();
            repository.tags.forEach((tag, digest) -> {
                NaiveSight earlier = before.get(tag);
                boolean same = earlier != null && earlier.digest.equals(digest);
                sights.put(tag, same ? earlier : new NaiveSight(digest, now, first));
            });
            untagged.put(repository.name, withoutTag(now, repository, known));
            tags.put(repository.name, sights);
        }
    }

    /** Since when it has neither a tag nor an index or a subject above it. */
    private Map<String, NaiveSight> withoutTag(Instant now, NaiveRepository repository, Set<String> known) {
        Map<String, NaiveSight> before = untagged.getOrDefault(repository.name, Map.of());
        Map<String, NaiveSight> sights = new TreeMap<>();
        for (Parsed one : repository.manifests.values()) {
            if (repository.tagsOf(one.digest).isEmpty() && (known.contains(one.digest) || one.isIndex())) {
                boolean alone = !repository.hangsOnWhatIsThere(one.digest);
                NaiveSight fresh = new NaiveSight(one.digest, now, false);
                sights.put(
                        one.digest, alone && !wasLed(repository, one) ? before.getOrDefault(one.digest, fresh) : fresh);
                if (alone) {
                    led.remove(repository.name + "@" + one.digest);
                } else {
                    led.add(repository.name + "@" + one.digest);
                }
            }
        }
        return sights;
    }

    private boolean wasLed(NaiveRepository repository, Parsed one) {
        return led.contains(repository.name + "@" + one.digest);
    }

    /** Of a tag, or with an empty tag of a manifest that has none. */
    Optional<NaiveSight> sight(String repository, String tag, String digest) {
        return Optional.ofNullable(
                        tag.isEmpty()
                                ? untagged.getOrDefault(repository, Map.of()).get(digest)
                                : tags.getOrDefault(repository, Map.of()).get(tag))
                .filter(sight -> sight.digest.equals(digest));
    }
}
