package io.github.registryclient.cleanup.plan;

import io.github.registryclient.cleanup.policy.Action;
import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.name.RepositoryName;
import java.util.Collection;
import java.util.Optional;

/** Whether a whole run would delete more than its policy lets it delete without somebody looking. */
final class RunFuse {
    private RunFuse() {}

    /** Why everything is held back; empty if it is not. */
    static Optional<String> trip(PlanHeader header, Collection<RepositoryPlan> repositories) {
        if (header.accepted() || header.policy().fuse().perRun().isEmpty()) {
            return Optional.empty();
        }
        int most = header.policy().fuse().perRun().getAsInt();
        int deletions = repositories.stream()
                .mapToInt(one -> one.deletions().size() + one.tagDeletions().size())
                .sum();
        if (deletions > most) {
            return Optional.of("the run would delete " + deletions + " manifests and tags; the policy's fuse lets "
                    + most + " go");
        }
        return deletions == 0
                ? Optional.empty()
                : unreadable(header.policy(), repositories)
                        .map(name -> name + " could not be read, so whether the run would delete more than the " + most
                                + " that the policy's fuse lets go is not known");
    }

    /** Read, it might have added to the sum: what is unreadable must not let anything go. */
    private static Optional<RepositoryName> unreadable(Policy policy, Collection<RepositoryPlan> repositories) {
        return repositories.stream()
                .filter(one -> !one.verdicts().judgement().facts().troubles().isEmpty())
                .map(RepositoryPlan::name)
                .filter(name -> policy.rules().stream()
                        .anyMatch(rule -> rule.action() == Action.DELETE
                                && rule.repositories().matches(name.toString())))
                .findFirst();
    }
}
