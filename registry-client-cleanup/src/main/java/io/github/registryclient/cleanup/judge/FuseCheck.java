package io.github.registryclient.cleanup.judge;

import io.github.registryclient.cleanup.graph.RepositoryGraph;
import io.github.registryclient.cleanup.policy.Action;
import io.github.registryclient.cleanup.policy.Fuse;
import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.cleanup.policy.Rule;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Tag;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Whether a repository would lose more than its policy lets it lose without somebody looking. */
public final class FuseCheck {
    private final Policy policy;
    private final Verdicts verdicts;
    private final Set<Digest> tagged = new LinkedHashSet<>();
    private final List<Digest> going = new ArrayList<>();

    private FuseCheck(Policy policy, Verdicts verdicts) {
        this.policy = policy;
        this.verdicts = verdicts;
        RepositoryGraph graph = verdicts.graph();
        graph.facts().tags().forEach((tag, digest) -> {
            if (!graph.follows(tag)) {
                tagged.add(digest);
            }
        });
        tagged.stream().filter(verdicts::goes).forEach(going::add);
    }

    /**
     * Looks at one repository.
     *
     * @param policy the policy
     * @param verdicts what would become of the repository
     * @return why it is held back; empty if it is not
     */
    public static Optional<String> trip(Policy policy, Verdicts verdicts) {
        FuseCheck check = new FuseCheck(policy, verdicts);
        return check.count().or(check::share).or(check::last);
    }

    private Optional<String> count() {
        int deletions = verdicts.deletions().size();
        int most = policy.fuse().perRepository().orElse(Integer.MAX_VALUE);
        return deletions <= most
                ? Optional.empty()
                : Optional.of("it would lose " + deletions + " manifests; the policy's fuse lets " + most + " go");
    }

    /** What rules with a share of at most so much choose may be at most that share of all. */
    private Optional<String> share() {
        Fuse fuse = policy.fuse();
        if (tagged.size() < fuse.shareFrom()) {
            return Optional.empty();
        }
        TreeMap<Double, Integer> byShare = new TreeMap<>();
        going.forEach(digest -> byShare.merge(share(digest), 1, Integer::sum));
        int sum = 0;
        for (Map.Entry<Double, Integer> entry : byShare.entrySet()) {
            sum += entry.getValue();
            if (sum > entry.getKey() * tagged.size()) {
                return Optional.of("it would lose " + sum + " of " + tagged.size()
                        + " tagged manifests; the policy's fuse lets a share of " + entry.getKey() + " go");
            }
        }
        return Optional.empty();
    }

    private double share(Digest digest) {
        return deciders(digest).stream()
                .mapToDouble(rule -> rule.maxShare().orElse(policy.fuse().share()))
                .max()
                .orElse(policy.fuse().share());
    }

    private Optional<String> last() {
        boolean empties = !going.isEmpty() && going.size() == tagged.size();
        return empties
                        && !going.stream()
                                .allMatch(digest -> deciders(digest).stream().anyMatch(Rule::allowEmpty))
                ? Optional.of("nothing tagged would be left; a rule that may empty a repository says allowEmpty")
                : Optional.empty();
    }

    private List<Rule> deciders(Digest digest) {
        Set<String> names = new LinkedHashSet<>();
        for (Tag tag : verdicts.graph().tags(digest)) {
            Judgement said = verdicts.judgement().tags().get(tag);
            if (said != null) {
                said.matches().stream()
                        .filter(match -> match.action() == Action.DELETE && match.applies())
                        .forEach(match -> names.add(match.rule()));
            }
        }
        return policy.rules().stream()
                .filter(rule -> names.contains(rule.name()))
                .collect(Collectors.toList());
    }
}
