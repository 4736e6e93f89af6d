package io.github.registryclient.cleanup.judge;

import io.github.registryclient.cleanup.graph.RepositoryGraph;
import io.github.registryclient.cleanup.policy.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One rule, applied to the candidates of one repository. */
final class RuleRun {
    private final Rule rule;
    private final Conditions conditions;
    private final Instant now;

    RuleRun(Rule rule, RepositoryGraph graph, Instant now) {
        this.rule = rule;
        this.conditions = new Conditions(rule, now, new ImageConditions(rule, graph));
        this.now = now;
    }

    /** What it matches, or may match, or would match with another place in its rank. */
    Map<Candidate, RuleMatch> matches(List<Candidate> candidates) {
        Map<Candidate, RuleMatch> matches = new HashMap<>();
        List<Candidate> left = new ArrayList<>();
        List<Candidate> perhaps = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Finding finding = conditions.of(candidate);
            if (rule.ranks() && finding.truth() != Truth.NO && !Ranking.canRank(rule, candidate)) {
                continue;
            }
            if (finding.truth() == Truth.UNKNOWN) {
                perhaps.add(candidate);
                matches.put(candidate, match(finding).build());
            } else if (finding.truth() == Truth.YES) {
                left.add(candidate);
            }
        }
        if (rule.ranks()) {
            rank(left, perhaps, matches);
        } else {
            left.forEach(candidate -> matches.put(candidate, match(Finding.YES).build()));
        }
        return matches;
    }

    private void rank(List<Candidate> population, List<Candidate> perhaps, Map<Candidate, RuleMatch> matches) {
        Ranking ranking = new Ranking(rule, population, perhaps, now);
        for (Candidate candidate : population) {
            matches.put(
                    candidate,
                    match(ranking.of(candidate)).rank(ranking.rank(candidate)).build());
        }
    }

    private RuleMatch.Builder match(Finding finding) {
        return RuleMatch.builder()
                .rule(rule.name())
                .action(rule.action())
                .truth(finding.truth())
                .note(finding.note());
    }
}
