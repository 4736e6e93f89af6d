package io.github.registryclient.cleanup.judge;

import io.github.registryclient.cleanup.graph.ChildFacts;
import io.github.registryclient.cleanup.graph.RepositoryGraph;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Tag;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which manifests stay and which go. Whatever is reachable from what stays does too: an index's children, and what hangs on a
 * manifest. What is chosen and not held goes, and with it what hangs on it, and its children if nothing else needs them. Everything
 * else stays.
 */
final class Closure {
    private final RepositoryGraph graph;
    private final Optional<String> childrenStay;
    private final Map<Digest, String> held = new LinkedHashMap<>();
    private final Set<Digest> going = new LinkedHashSet<>();

    Closure(RepositoryJudgement judgement, RepositoryGraph graph) {
        this.graph = graph;
        childrenStay = judgement.childrenStay();
        Set<Digest> chosen = chosen(judgement);
        inOrder(judgement.protectedManifests()).forEach((digest, reasons) -> hold(digest, reasons.get(0)));
        new TreeMap<>(judgement.tags()).forEach(this::holdTag);
        settle(chosen);
    }

    /** The same judgement, made or read, gives the same reasons. */
    private static <V> Map<Digest, V> inOrder(Map<Digest, V> map) {
        Map<Digest, V> sorted = new TreeMap<>(Comparator.comparing(Digest::toString));
        sorted.putAll(map);
        return sorted;
    }

    private static Set<Digest> chosen(RepositoryJudgement judgement) {
        Set<Digest> chosen = new LinkedHashSet<>();
        new TreeMap<>(judgement.tags()).forEach((tag, said) -> {
            Digest digest = judgement.facts().tags().get(tag);
            if (digest != null && said.isChosen()) {
                chosen.add(digest);
            }
        });
        inOrder(judgement.untagged()).forEach((digest, said) -> {
            if (said.isChosen()) {
                chosen.add(digest);
            }
        });
        return chosen;
    }

    /** A tag of its own holds its manifest; one that follows a subject does only if something keeps it, and then the subject too. */
    private void holdTag(Tag tag, Judgement said) {
        Digest digest = graph.facts().tags().get(tag);
        if (digest == null || said.isChosen()) {
            return;
        }
        if (!graph.follows(tag)) {
            hold(digest, "its tag " + tag + " stays");
        } else if (said.isKept()) {
            hold(digest, "its tag " + tag + " is kept");
            graph.subjects(digest).forEach(subject -> hold(subject, "what hangs on it is kept under the tag " + tag));
        } else if (graph.subjects(digest).stream()
                .noneMatch(subject -> graph.manifest(subject).isPresent())) {
            hold(digest, "its tag " + tag + " stays, for nothing was read that it hangs on");
        }
    }

    /** What goes is found from what is held, and what nobody said should go is held: until nothing changes. */
    private void settle(Collection<Digest> chosen) {
        int before;
        do {
            before = held.size();
            going.clear();
            chosen.forEach(this::drop);
            childrenStay.ifPresent(reason ->
                    List.copyOf(going).forEach(one -> children(one).forEach(child -> hold(child, reason))));
            graph.facts().manifests().keySet().stream()
                    .filter(digest -> !going.contains(digest))
                    .forEach(digest -> hold(digest, "nothing says that it should go"));
        } while (held.size() > before);
    }

    private void drop(Digest first) {
        Deque<Digest> next = new ArrayDeque<>(Set.of(first));
        while (!next.isEmpty()) {
            Digest digest = next.pop();
            if (!held.containsKey(digest) && graph.manifest(digest).isPresent() && going.add(digest)) {
                children(digest).forEach(next::push);
                next.addAll(graph.followers(digest));
            }
        }
    }

    private void hold(Digest first, String reason) {
        if (held.containsKey(first)) {
            return;
        }
        held.put(first, reason);
        Deque<Digest> next = new ArrayDeque<>(Set.of(first));
        while (!next.isEmpty()) {
            Digest digest = next.pop();
            children(digest).forEach(child -> hold(child, "the index " + digest.shortForm() + " needs it", next));
            graph.followers(digest)
                    .forEach(one -> hold(one, "it hangs on " + digest.shortForm() + ", which stays", next));
        }
    }

    private void hold(Digest digest, String reason, Deque<Digest> next) {
        if (held.putIfAbsent(digest, reason) == null) {
            next.push(digest);
        }
    }

    private Stream<Digest> children(Digest digest) {
        return graph.manifest(digest).stream()
                .flatMap(manifest -> manifest.children().stream())
                .map(ChildFacts::digest);
    }

    /** What goes, in no order that matters. */
    Set<Digest> going() {
        return going;
    }

    /** Why a manifest stays. */
    String holder(Digest digest) {
        return held.getOrDefault(digest, "nothing says that it should go");
    }
}
