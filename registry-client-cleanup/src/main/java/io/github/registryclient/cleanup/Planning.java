package io.github.registryclient.cleanup;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.cleanup.age.Sightings;
import io.github.registryclient.cleanup.graph.RepositoryGraph;
import io.github.registryclient.cleanup.judge.RepositoryJudgement;
import io.github.registryclient.cleanup.plan.Plan;
import io.github.registryclient.cleanup.plan.PlanHeader;
import io.github.registryclient.cleanup.policy.ImageReference;
import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.cleanup.store.LedgerBook;
import io.github.registryclient.error.CallInterruptedException;
import io.github.registryclient.name.RepositoryName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The making of one plan: what is there, what is in use, what the rules say of it, and what follows. */
final class Planning {
    private final RegistryClient client;
    private final PlanSettings settings;
    private final Policy policy;
    private final Instant now;
    private final List<String> notes = new ArrayList<>();

    Planning(RegistryClient client, PlanSettings settings) {
        this.client = client;
        this.settings = settings;
        this.policy = settings.policy();
        this.now = settings.clock().instant();
    }

    Plan plan() {
        try {
            return made();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallInterruptedException("GET", registry(), "the thread was interrupted while it made a plan", e);
        }
    }

    private Plan made() throws InterruptedException {
        List<RepositoryName> repositories = new Repositories(client, settings, notes::add).chosen();
        List<Set<ImageReference>> bySource = new InUseSources(settings.inUse(), settings.nothingInUse()).references();
        Set<ImageReference> used =
                bySource.stream().flatMap(Set::stream).collect(Collectors.toCollection(LinkedHashSet::new));
        Optional<LedgerBook> ledger = ledger();
        RegistryReading reading =
                new RegistryReading(client, settings, new KnownDigests(policy, used, ledger), notes::add);
        Map<RepositoryName, RepositoryGraph> graphs = reading.graphs(repositories);
        boolean complete = isComplete(graphs.values());
        ledger.ifPresent(book -> graphs.values().forEach(graph -> book.look(graph.facts())));
        List<RepositoryJudgement> judgements = new RegistryJudging(client, settings, now, graphs, complete, notes::add)
                .judgements(bySource, ledger.map(book -> (Sightings) book).orElse(Sightings.NONE));
        Plan plan = Plan.of(
                PlanHeader.builder()
                        .registry(registry())
                        .account(reading.account())
                        .created(now)
                        .policy(policy)
                        .complete(complete)
                        .ledger(ledger.filter(LedgerBook::remembers).isPresent())
                        .notes(notes)
                        .build(),
                judgements);
        ledger.ifPresent(book -> settings.ledger().orElseThrow().save(registry(), book.closed()));
        return settings.verifiesSizes() ? new VerifiedSizes(client, settings.readsAtOnce()).in(plan) : plan;
    }

    private Optional<LedgerBook> ledger() {
        Optional<LedgerBook> ledger =
                settings.ledger().map(store -> new LedgerBook(store.load(registry()), now, LongestTerm.of(policy)));
        if (policy.ages().needsLedger()
                && !ledger.filter(book -> !book.isFirst()).isPresent()) {
            throw new PlanRefusedException(
                    "the policy needs a ledger of earlier runs, and there is none: name the folder where it is, or begin a new"
                            + " one by --new-ledger (startingAnew())",
                    null);
        }
        if (ledger.filter(LedgerBook::isFirst).isPresent()) {
            notes.add("this is the ledger's first look, so nothing that it finds has a grace period");
        }
        return ledger;
    }

    private boolean isComplete(Collection<RepositoryGraph> graphs) {
        return settings.repositories().isEmpty()
                && graphs.stream().allMatch(graph -> graph.facts().troubles().isEmpty());
    }

    private String registry() {
        return client.registry().toString();
    }
}
