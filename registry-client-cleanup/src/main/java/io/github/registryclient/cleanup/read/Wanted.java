package io.github.registryclient.cleanup.read;

import io.github.registryclient.cleanup.policy.Defect;
import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.cleanup.policy.Rule;
import java.util.Set;
import java.util.stream.Collectors;

/** What a policy wants to know of manifests beyond what every plan needs. */
final class Wanted {
    private final Set<String> labels;
    private final Set<String> annotations;
    private final Set<Defect> defects;
    private final boolean checks;

    /** With {@code checks} all that may be broken is looked for, also where no rule asks. */
    Wanted(Policy policy, boolean checks) {
        labels = policy.rules().stream()
                .flatMap(rule -> rule.labels().keySet().stream())
                .collect(Collectors.toUnmodifiableSet());
        annotations = policy.rules().stream()
                .flatMap(rule -> rule.annotations().keySet().stream())
                .collect(Collectors.toUnmodifiableSet());
        defects =
                policy.rules().stream().map(Rule::defects).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
        this.checks = checks;
    }

    Set<String> labels() {
        return labels;
    }

    Set<String> annotations() {
        return annotations;
    }

    boolean asksFor(Defect defect) {
        return checks || defects.contains(defect);
    }
}
