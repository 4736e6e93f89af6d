package io.github.registryclient.tests.plan;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.cleanup.PlanRefusedException;
import io.github.registryclient.cleanup.Planner;
import io.github.registryclient.cleanup.PlannerBuilder;
import io.github.registryclient.cleanup.judge.Verdict;
import io.github.registryclient.cleanup.plan.Plan;
import io.github.registryclient.cleanup.plan.RepositoryPlan;
import io.github.registryclient.cleanup.policy.ImageReference;
import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.cleanup.use.InUse;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.testkit.RegistrySnapshot;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** One seed: a registry, a policy, the plan and what has to hold of it. */
final class PlanRun {
    private final long seed;
    private final Random random;
    private final Path file;
    private final List<String> findings = new ArrayList<>();
    private final PlanTally tally;
    private String policyText = "";

    PlanRun(long seed, Path file, PlanTally tally) {
        this.seed = seed;
        this.random = new Random(seed);
        this.file = file;
        this.tally = tally;
    }

    /** What was wrong, with what is needed to repeat it. */
    Optional<String> run(PlanHome home) {
        Wire wire = new Wire(home.http(), home.pushedTo());
        RandomContent content = new RandomContent(home, wire, random);
        content.fill(seed);
        try (HttpRegistryClient client = home.client()) {
            Optional<Looks> looks = home.embedded().flatMap(embedded -> looks(embedded, content, wire, client));
            content.damage();
            home.forgetRequests();
            judge(home, wire.blobs(), client, looks);
        }
        return findings.isEmpty()
                ? Optional.empty()
                : Optional.of("seed " + seed + "\n  " + String.join("\n  ", findings) + "\n  policy "
                        + policyText.replaceAll("\\s+", " "));
    }

    /** Earlier runs with a ledger, perhaps; and sometimes a ledger that has not begun. */
    private Optional<Looks> looks(EmbeddedHome home, RandomContent content, Wire wire, HttpRegistryClient client) {
        Looks looks = new Looks(random, home.registry(), policy -> Planner.of(client, policy), wire.blobs());
        boolean looked = random.nextBoolean();
        if (looked) {
            looks.take(content, home.clock());
        }
        return looked || random.nextInt(4) == 0 ? Optional.of(looks) : Optional.empty();
    }

    private void judge(PlanHome home, Map<String, String> blobs, HttpRegistryClient client, Optional<Looks> looks) {
        RegistrySnapshot snapshot = home.snapshot();
        RandomReferences references = new RandomReferences(random, snapshot, home.tellsBlobsFromManifests());
        RandomPolicy policies = new RandomPolicy(random, references);
        Policy policy = policies.draw();
        policyText = policy.toJson();
        Set<ImageReference> used = new LinkedHashSet<>();
        for (int left = random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 0; left > 0; left--) {
            used.add(references.one(true));
        }
        OwnAges own = new OwnAges(random.nextInt(3) == 0);
        NaivePlan naive =
                new NaivePlan(snapshot, blobs, home.listsReferrers(), policy, used, own, looks.map(one -> one.naive));
        Function<RegistryClient, Function<Policy, Optional<Plan>>> asking =
                registry -> by -> plan(registry, by, used, own, looks.map(one -> one.ledger.copy()));
        Function<Policy, Optional<Plan>> planning = asking.apply(home.asksAgain() ? client : Remembering.of(client));
        Optional<Plan> planned = planning.apply(policy);
        if (planned.isEmpty() != naive.refused) {
            findings.add("expected " + (naive.refused ? "no plan" : "a plan") + " for what is in use: " + used);
        }
        if (planned.isEmpty() || naive.refused) {
            tally.refused();
            return;
        }
        Plan plan = planned.get();
        findings.addAll(new PlanDifference(naive, plan, policy).all());
        findings.addAll(new PlanSafety(naive, plan).all());
        findings.addAll(new SpaceDifference(naive, plan).all());
        tally.add(plan);
        same(plan, planning);
        Policy more = Policy.builder()
                .from(policy)
                .addRules(policies.rule("one more", true))
                .build();
        planning.apply(more)
                .ifPresent(other -> addsNothing(
                        "a keep rule",
                        plan,
                        other,
                        more.rules().get(more.rules().size() - 1)));
        fail(home, plan, asking.apply(client));
        home.methods().stream()
                .filter(method -> !method.equals("GET") && !method.equals("HEAD"))
                .forEach(method -> findings.add("it sent " + method));
    }

    private static Optional<Plan> plan(
            RegistryClient client,
            Policy policy,
            Set<ImageReference> used,
            OwnAges own,
            Optional<MemoryLedger> ledger) {
        PlannerBuilder planner = Planner.of(client, policy)
                .clock(Clock.fixed(RandomTimes.NOW, ZoneOffset.UTC))
                .ageSource(own);
        ledger.ifPresent(planner::ledger);
        if (!used.isEmpty()) {
            planner.inUse(InUse.of(used));
        }
        try {
            return Optional.of(planner.build().plan());
        } catch (PlanRefusedException e) {
            return Optional.empty();
        }
    }

    private void same(Plan plan, Function<Policy, Optional<Plan>> planning) {
        if (!planning.apply(plan.header().policy()).filter(plan::equals).isPresent()) {
            findings.add("planned again it is another");
        }
        plan.write(file);
        if (!Plan.read(file).equals(plan)) {
            findings.add("written and read again it is another");
        }
    }

    private void addsNothing(String what, Plan plan, Plan other, Object said) {
        Set<String> more = going(other);
        more.removeAll(going(plan));
        if (!more.isEmpty()) {
            findings.add(what + " added deletions: " + more + " " + said);
        }
    }

    /** By the verdicts: a fuse may let a repository go on that loses less. */
    private static Set<String> going(Plan plan) {
        Set<String> going = new TreeSet<>();
        for (RepositoryPlan repository : plan.repositories()) {
            for (Digest digest : repository.verdicts().deletions()) {
                going.add(repository.name() + "@" + digest);
            }
            repository.verdicts().tags().forEach((tag, decision) -> {
                if (decision.verdict() != Verdict.KEEP) {
                    going.add(repository.name() + ":" + tag);
                }
            });
        }
        return going;
    }

    /** One thing after the other cannot be read; against the plan of all, for a connection may be lost in any other. */
    private void fail(PlanHome home, Plan plan, Function<Policy, Optional<Plan>> planning) {
        List<String> failures = new ArrayList<>();
        for (int left = 1 + random.nextInt(2); left > 0; left--) {
            failures.add(home.embedded()
                    .map(embedded -> new RandomFailure(random, embedded.registry()).happen())
                    .orElseGet(() -> unreadable(home, plan)));
            planning.apply(plan.header().policy())
                    .ifPresent(less -> addsNothing("that it cannot be read: " + failures, plan, less, ""));
        }
    }

    private String unreadable(PlanHome home, Plan plan) {
        List<String> all = new ArrayList<>();
        for (RepositoryPlan repository : plan.repositories()) {
            RepositoryName name = repository.name();
            repository
                    .verdicts()
                    .manifests()
                    .keySet()
                    .forEach(digest -> all.add("/v2/" + name + "/manifests/" + digest));
        }
        if (all.isEmpty()) {
            return "nothing";
        }
        String path = all.get(random.nextInt(all.size()));
        home.spoil(path);
        return path;
    }
}
