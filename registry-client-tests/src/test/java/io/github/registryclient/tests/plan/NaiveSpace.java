package io.github.registryclient.tests.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** How many bytes what takes, each blob counted once. Where the registry lacks a blob, either number is right: who asked for it knows. */
final class NaiveSpace {
    private final NaivePlan naive;
    private final Map<String, Set<String>> going;
    private final Set<String> there = new HashSet<>();
    /** Schema 1 claims none; where another manifest does, that counts. */
    private final Map<String, Long> sizes = new HashMap<>();

    /** By what goes, by the names of repositories. */
    NaiveSpace(NaivePlan naive, Map<String, Set<String>> going) {
        this.naive = naive;
        this.going = going;
        for (NaiveRepository repository : naive.repositories.values()) {
            there.addAll(repository.blobs);
            repository
                    .manifests
                    .values()
                    .forEach(one -> one.parts().forEach((digest, size) -> sizes.merge(digest, size, Math::max)));
        }
    }

    long[] freed() {
        return sum(onlyIn(going));
    }

    long[] reachable() {
        Map<String, Set<String>> all = new HashMap<>();
        naive.repositories.forEach((name, one) -> all.put(name, one.manifests.keySet()));
        return sum(onlyIn(all));
    }

    long[] logical() {
        long[] sum = {0, 0};
        for (NaiveRepository repository : naive.repositories.values()) {
            for (Parsed one : repository.manifests.values()) {
                long[] more = sum(one.parts().keySet());
                sum[0] += more[0];
                sum[1] += more[1];
            }
        }
        return sum;
    }

    /** If this manifest went, with what nothing else leads to. */
    long[] alone(String name, String digest) {
        NaiveRepository repository = naive.repositories.get(name);
        Set<String> others = tops(name);
        others.remove(digest);
        Set<String> alone = repository.below(Set.of(digest));
        alone.removeAll(repository.below(others));
        return sum(onlyIn(Map.of(name, alone)));
    }

    /** What is not there only because of something else: with a tag of its own, or nothing above it. */
    Set<String> tops(String name) {
        NaiveRepository repository = naive.repositories.get(name);
        Set<String> tops = new TreeSet<>();
        for (String digest : repository.manifests.keySet()) {
            boolean own = repository.tagsOf(digest).stream().anyMatch(tag -> !repository.isFollower(tag));
            if (own || !repository.hangsOnWhatIsThere(digest)) {
                tops.add(digest);
            }
        }
        return tops;
    }

    /** What these manifests are made of, and no other. */
    private Set<String> onlyIn(Map<String, Set<String>> these) {
        Set<String> parts = new TreeSet<>();
        List<Parsed> others = new ArrayList<>();
        naive.repositories.forEach((name, repository) -> repository.manifests.forEach((digest, one) -> {
            if (these.getOrDefault(name, Set.of()).contains(digest)) {
                parts.addAll(one.parts().keySet());
            } else {
                others.add(one);
            }
        }));
        others.forEach(one -> parts.removeAll(one.parts().keySet()));
        return parts;
    }

    /** Without the blobs that are not there, and with them. */
    private long[] sum(Set<String> parts) {
        long[] sum = {0, 0};
        for (String digest : parts) {
            boolean manifest = naive.repositories.values().stream().anyMatch(one -> one.manifests.containsKey(digest));
            long size = sizes.getOrDefault(digest, 0L);
            sum[0] += manifest || there.contains(digest) ? size : 0;
            sum[1] += size;
        }
        return sum;
    }
}
