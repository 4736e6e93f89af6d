package io.github.registryclient.tests.plan;

import io.github.registryclient.cleanup.judge.Verdict;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What becomes of the tags and manifests of one repository. */
final class NaiveVerdicts {
    final Map<String, Verdict> tags = new TreeMap<>();
    final Set<String> going = new TreeSet<>();
    final List<NaiveJudged> judged;
    private final NaiveRepository repository;

    NaiveVerdicts(
            NaiveRepository repository, List<NaiveJudged> judged, NaiveProtections protections, boolean childrenStay) {
        this.repository = repository;
        this.judged = judged;
        Set<String> chosen = new TreeSet<>();
        Set<String> held = new TreeSet<>(protections.manifests);
        for (NaiveJudged one : judged) {
            one.isKept |= protections.tags.contains(one.item.tag);
            if (one.isChosen()) {
                chosen.add(one.item.digest());
            } else if (one.item.manifest.isPresent()) {
                hold(one, held);
            }
        }
        settle(chosen, repository.below(held), childrenStay);
        for (NaiveJudged one : judged) {
            if (one.item.tag.isEmpty()) {
                continue;
            }
            boolean goes = going.contains(one.item.digest());
            boolean dangles = one.item.manifest.isEmpty();
            Verdict chosenOnly = dangles ? Verdict.DELETE : Verdict.UNTAG;
            tags.put(one.item.tag, goes ? Verdict.DELETE : one.isChosen() ? chosenOnly : Verdict.KEEP);
        }
    }

    /** A tag that follows a subject holds nothing itself, but where it is kept, or there is no subject to follow. */
    private void hold(NaiveJudged one, Set<String> held) {
        String digest = one.item.digest();
        Set<String> subjects = repository.subjects(digest);
        boolean alone = true;
        for (String subject : subjects) {
            alone &= !repository.manifests.containsKey(subject);
        }
        if (!repository.isFollower(one.item.tag) || alone) {
            held.add(digest);
        } else if (one.isKept) {
            held.add(digest);
            held.addAll(subjects);
        }
    }

    /** What can go goes, and what then stays without reason holds what it needs, until nothing changes. */
    private void settle(Set<String> chosen, Set<String> held, boolean childrenStay) {
        int before = -1;
        while (before < held.size()) {
            before = held.size();
            going.clear();
            going.addAll(reachable(chosen, held));
            Set<String> children = new TreeSet<>();
            for (String one : going) {
                children.addAll(repository.manifests.get(one).children());
            }
            held.addAll(childrenStay ? repository.below(children) : Set.of());
            Set<String> staying = new HashSet<>(repository.manifests.keySet());
            staying.removeAll(going);
            held.addAll(repository.below(staying));
        }
    }

    private Set<String> reachable(Set<String> chosen, Set<String> held) {
        Set<String> reached = new TreeSet<>(chosen);
        reached.retainAll(repository.manifests.keySet());
        reached.removeAll(held);
        int before = -1;
        while (before < reached.size()) {
            before = reached.size();
            for (String digest : List.copyOf(reached)) {
                reached.addAll(repository.manifests.get(digest).children());
                for (String[] one : repository.follows) {
                    if (one[0].equals(digest)) {
                        reached.add(one[1]);
                    }
                }
            }
            reached.retainAll(repository.manifests.keySet());
            reached.removeAll(held);
        }
        return reached;
    }
}
