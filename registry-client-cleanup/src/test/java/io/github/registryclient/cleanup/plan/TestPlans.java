package io.github.registryclient.cleanup.plan;

import static io.github.registryclient.cleanup.judge.TestRepository.NOW;

import io.github.registryclient.cleanup.judge.RepositoryJudgement;
import io.github.registryclient.cleanup.judge.TestRepository;
import io.github.registryclient.cleanup.policy.NameFilter;
import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.cleanup.policy.Rule;
import io.github.registryclient.name.RepositoryName;
import java.util.ArrayList;
import java.util.List;

/** Plans of repositories that are written by hand. */
final class TestPlans {
    private TestPlans() {}

    static final String OLD = "2020-01-01T00:00:00Z";
    static final RepositoryName APP = RepositoryName.of("app");
    static final RepositoryName OTHER = RepositoryName.of("other");
    static final Policy POLICY = Policy.builder()
            .addRules(Rule.delete("pr")
                    .tags(NameFilter.builder().include("pr-*").build())
                    .build())
            .build();

    static Plan plan(Policy policy, TestRepository... repositories) {
        PlanHeader header = PlanHeader.builder()
                .registry("https://registry.example.com")
                .account("alice")
                .created(NOW)
                .policy(policy)
                .complete(true)
                .ledger(true)
                .addNotes("a note")
                .build();
        List<RepositoryJudgement> judgements = new ArrayList<>();
        for (TestRepository repository : repositories) {
            judgements.add(repository.judged(policy));
        }
        return Plan.of(header, judgements);
    }

    static TestRepository app() {
        return TestRepository.app()
                .image("amd", OLD)
                .image("arm", OLD, "shared layer")
                .index("index", "amd", "arm")
                .referrer("sbom", "index")
                .tag("pr-1", "index")
                .tagged("pr-2", "1970-01-01T00:00:00Z")
                .tagged("main-202601010000", OLD)
                .dangling("gone")
                .missing("child");
    }

    static TestRepository other() {
        return new TestRepository("other").image("base", OLD, "shared layer").tag("main", "base");
    }
}
