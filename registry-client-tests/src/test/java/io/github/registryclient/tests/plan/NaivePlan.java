package io.github.registryclient.tests.plan;

import io.github.registryclient.cleanup.policy.Action;
import io.github.registryclient.cleanup.policy.Defect;
import io.github.registryclient.cleanup.policy.ImageReference;
import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.cleanup.policy.Rule;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.testkit.RegistrySnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The second opinion on a whole registry. */
final class NaivePlan {
    final Map<String, NaiveRepository> repositories = new TreeMap<>();
    final Map<String, NaiveVerdicts> verdicts = new TreeMap<>();
    /** What is in use matches nothing here: there must be no plan. */
    boolean refused;

    private final Policy policy;
    private final Set<ImageReference> used;

    NaivePlan(
            RegistrySnapshot snapshot,
            Map<String, String> blobs,
            boolean listsReferrers,
            Policy policy,
            Set<ImageReference> used,
            OwnAges own,
            Optional<NaiveLedger> ledgerBefore) {
        this.policy = policy;
        this.used = used;
        NaiveLedger ledger = ledgerBefore.map(NaiveLedger::copy).orElseGet(NaiveLedger::new);
        for (RepositoryName name : snapshot.repositories().keySet()) {
            Set<String> known = new HashSet<>(ledger.known(name.toString()));
            List<ImageReference> named = new ArrayList<>(used);
            named.addAll(policy.keep());
            for (ImageReference one : named) {
                boolean mirrored =
                        ("/" + one.repository()).endsWith("/" + name) || ("/" + name).endsWith("/" + one.repository());
                if (mirrored || NaiveProtections.isOf(one, name.toString())) {
                    one.digest().map(Digest::toString).ifPresent(known::add);
                }
            }
            repositories.put(
                    name.toString(),
                    new NaiveRepository(
                            name.toString(), snapshot.repositories().get(name), blobs, listsReferrers, known));
        }
        if (ledgerBefore.isPresent()) {
            ledger.look(RandomTimes.NOW, repositories.values());
        }
        boolean childrenStay = namesWhatNoTagReaches() || ledger.isUnsure(policy);
        boolean matched = used.isEmpty();
        for (NaiveRepository repository : repositories.values()) {
            NaiveProtections protections = new NaiveProtections(repository);
            for (ImageReference one : used) {
                matched |= protections.use(one);
            }
            policy.keep().forEach(protections::keep);
            verdicts.put(
                    repository.name,
                    new NaiveVerdicts(repository, judged(repository, own, ledger), protections, childrenStay));
        }
        refused = !matched;
    }

    private boolean namesWhatNoTagReaches() {
        for (ImageReference one : used) {
            boolean reached = one.digest().isEmpty();
            for (NaiveRepository repository : repositories.values()) {
                reached |= !reached && isReached(repository, one.digest().get().toString());
            }
            if (!reached) {
                return true;
            }
        }
        return false;
    }

    private static boolean isReached(NaiveRepository repository, String digest) {
        Set<String> reached = new HashSet<>(repository.tags.values());
        int before = -1;
        while (before < reached.size()) {
            before = reached.size();
            for (Parsed one : repository.manifests.values()) {
                if (reached.contains(one.digest)) {
                    reached.addAll(one.children());
                    reached.add(one.configDigest());
                }
            }
        }
        return reached.contains(digest);
    }

    private List<NaiveJudged> judged(NaiveRepository repository, OwnAges own, NaiveLedger ledger) {
        List<NaiveJudged> all = new ArrayList<>();
        List<NaiveItem> ordinary = new ArrayList<>();
        List<NaiveItem> followers = new ArrayList<>();
        NaiveItems items = new NaiveItems(repository, policy, own, ledger, this::isNowhere);
        for (String tag : repository.tags.keySet()) {
            (repository.isFollower(tag) ? followers : ordinary).add(items.tag(tag));
        }
        for (String tag : repository.dangling) {
            (repository.isFollower(tag) ? followers : ordinary).add(items.dangling(tag));
        }
        List<NaiveItem> untagged = new ArrayList<>();
        List<NaiveItem> untaggedReferrers = new ArrayList<>();
        for (String digest : repository.manifests.keySet()) {
            if (repository.tagsOf(digest).isEmpty() && !repository.hangsOnWhatIsThere(digest)) {
                boolean refers = !repository.subjects(digest).isEmpty();
                (refers ? untaggedReferrers : untagged).add(items.untagged(digest));
            }
        }
        for (List<NaiveItem> some : List.of(ordinary, followers, untagged, untaggedReferrers)) {
            for (NaiveItem item : some) {
                NaiveJudged judged = new NaiveJudged(item);
                Instant limit = RandomTimes.NOW.minus(policy.ages().grace());
                judged.isKept = item.age
                        .flatMap(age -> age.firstSeen)
                        .filter(limit::isBefore)
                        .isPresent();
                all.add(judged);
            }
        }
        List<Rule> rules = new ArrayList<>(policy.rules());
        if (policy.defaultProtections()) {
            rules.add(Policy.protections());
        }
        for (Rule rule : rules) {
            boolean orphans = rule.defects().contains(Defect.ORPHANED);
            List<NaiveItem> about = new ArrayList<>(rule.untagged() ? untagged : ordinary);
            if (orphans || rule.untagged() && rule.action() == Action.KEEP) {
                about.addAll(untaggedReferrers);
            }
            if (rule.equals(Policy.protections()) || rule.defects().contains(Defect.ORPHANED) && !rule.untagged()) {
                about.addAll(followers);
            }
            if (rule.defects().contains(Defect.DANGLING_TAG) && !rule.defects().contains(Defect.ORPHANED)) {
                followers.stream().filter(one -> one.manifest.isEmpty()).forEach(about::add);
            }
            Map<NaiveItem, Sure> matches = new NaiveRule(rule, repository).matches(about);
            for (NaiveJudged one : all) {
                Sure sure = matches.getOrDefault(one.item, Sure.NO);
                if (sure == Sure.YES && rule.action() == Action.DELETE) {
                    one.deletes.add(rule);
                }
                one.isKept |= sure != Sure.NO && rule.action() == Action.KEEP;
            }
        }
        return all;
    }

    private boolean isNowhere(String digest) {
        for (NaiveRepository repository : repositories.values()) {
            if (repository.stored.contains(digest)) {
                return false;
            }
        }
        return true;
    }

    int deletions() {
        int sum = 0;
        for (NaiveVerdicts one : verdicts.values()) {
            sum += one.going.size();
        }
        return sum;
    }
}
