package io.github.registryclient.testkit.registry.store;

import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Marks what is needed, and calls the rest garbage. */
final class Marking {
    private final Set<Digest> needed = new HashSet<>();
    private final Map<RepositoryName, Set<Digest>> unreachable = new TreeMap<>();

    Marking(Collection<Repository> repositories, boolean untagged) {
        for (Repository repository : repositories) {
            Set<Digest> rest = all(repository.entries());
            Set<Digest> kept = untagged ? reachable(repository.entries()) : Set.copyOf(rest);
            rest.removeAll(kept);
            if (!rest.isEmpty()) {
                unreachable.put(repository.name(), rest);
            }
            kept.forEach(digest -> need(repository.entries(), digest));
        }
    }

    Garbage sort(Map<Digest, Long> contents, Map<String, Long> uploads) {
        Map<Digest, Long> garbage = new TreeMap<>(contents);
        garbage.keySet().removeAll(needed);
        Set<Digest> marked = new TreeSet<>(contents.keySet());
        marked.removeAll(garbage.keySet());
        return new Garbage(marked, unreachable, garbage, uploads);
    }

    private void need(Entries entries, Digest digest) {
        needed.add(digest);
        entries.manifest(digest).orElseThrow().document().needs().forEach(needed::add);
    }

    private static Set<Digest> all(Entries entries) {
        return entries.manifests().stream().map(StoredManifest::digest).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Digest> reachable(Entries entries) {
        Set<Digest> kept = new TreeSet<>();
        Deque<Digest> open = new ArrayDeque<>(entries.tags().values());
        // Synthetic content is never collected, and so what refers to it is not either.
        entries.subjects().stream()
                .filter(subject -> entries.synthetic().image(subject).isPresent())
                .forEach(open::push);
        while (!open.isEmpty()) {
            Digest digest = open.pop();
            entries.manifest(digest).filter(any -> kept.add(digest)).ifPresent(manifest -> {
                manifest.document().needs().forEach(open::push);
                entries.referrers(digest).forEach(referrer -> open.push(referrer.digest()));
            });
        }
        return kept;
    }
}
