package io.github.registryclient.cleanup;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.cleanup.age.Ages;
import io.github.registryclient.cleanup.age.Sightings;
import io.github.registryclient.cleanup.graph.RepositoryFacts;
import io.github.registryclient.cleanup.graph.RepositoryGraph;
import io.github.registryclient.cleanup.judge.References;
import io.github.registryclient.cleanup.judge.RepositoryJudge;
import io.github.registryclient.cleanup.judge.RepositoryJudgement;
import io.github.registryclient.cleanup.plan.Plan;
import io.github.registryclient.cleanup.plan.PlanHeader;
import io.github.registryclient.cleanup.policy.ImageReference;
import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.cleanup.read.RegistryReader;
import io.github.registryclient.cleanup.read.SideBySide;
import io.github.registryclient.cleanup.store.LedgerBook;
import io.github.registryclient.error.CallInterruptedException;
import io.github.registryclient.error.RegistryException;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The making of one plan: what is there, what is in use, what the rules say of it, and what follows. */
final class Planning {
    private final RegistryClient client;
    private final PlanSettings settings;
    private final Policy policy;
    private final Instant now;
    private final List<String> notes = new ArrayList<>();
    private Optional<String> account = Optional.empty();

    Planning(RegistryClient client, PlanSettings settings) {
        this.client = client;
        this.settings = settings;
        this.policy = settings.policy();
        this.now = settings.clock().instant();
    }

    Plan plan() {
        List<RepositoryName> repositories = repositories();
        Set<ImageReference> used = used();
        Optional<LedgerBook> ledger = ledger();
        Map<RepositoryName, RepositoryGraph> graphs = read(repositories, used, ledger);
        ledger.ifPresent(book -> graphs.values().forEach(graph -> book.look(graph.facts())));
        List<RepositoryJudgement> judgements =
                judgements(graphs, used, ledger.map(book -> (Sightings) book).orElse(Sightings.NONE));
        Plan plan = Plan.of(
                header(graphs.values(), ledger.filter(LedgerBook::remembers).isPresent()), judgements);
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

    private String registry() {
        return client.registry().toString();
    }

    private List<RepositoryName> repositories() {
        if (settings.repositories().isPresent()) {
            List<RepositoryName> named = List.copyOf(settings.repositories().get());
            new PullThrough(client).among(named).forEach(this::warnOfPullThrough);
            return named;
        }
        try {
            return client.listRepositories().toList();
        } catch (RegistryException e) {
            throw new PlanRefusedException(
                    "the catalog could not be read, so nothing is known of the registry; name the repositories instead: "
                            + e.getMessage(),
                    e);
        }
    }

    private void warnOfPullThrough(RepositoryName repository) {
        String text = repository
                + " lists tags and is not in the catalog: if this registry is a pull-through cache, end this,"
                + " for reading it copies upstream's images into it";
        notes.add(text);
        settings.progress().warned(text);
    }

    private Set<ImageReference> used() {
        try {
            return new InUseSources(settings.inUse(), settings.nothingInUse()).references();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private Map<RepositoryName, RepositoryGraph> read(
            List<RepositoryName> repositories, Set<ImageReference> used, Optional<LedgerBook> ledger) {
        Map<RepositoryName, RepositoryGraph> graphs = new LinkedHashMap<>();
        if (repositories.isEmpty()) {
            return graphs;
        }
        Greeting greeting = Greeting.of(client, repositories, settings.clock());
        account = greeting.account();
        if (!greeting.tellsTime()) {
            notes.add("the registry does not say what time it is there, so whether its clock is ours is not known");
        }
        Counter counter = new Counter(settings.progress(), repositories.size());
        try (SideBySide side = new SideBySide("registry-client-repositories-", settings.repositoriesAtOnce());
                RegistryReader reader = new RegistryReader(
                        client,
                        policy,
                        settings.checks(),
                        settings.cache(),
                        greeting.mayListReferrers(),
                        settings.readsAtOnce())) {
            List<RepositoryFacts> all = side.map(repositories, repository -> {
                RepositoryFacts facts = read(reader, repository, known(repository, used, ledger));
                counter.done(repository);
                return facts;
            });
            for (RepositoryFacts facts : all) {
                graphs.put(facts.name(), new RepositoryGraph(reader.lookAgain(facts)));
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        return graphs;
    }

    private static RepositoryFacts read(RegistryReader reader, RepositoryName repository, Collection<Digest> known) {
        try {
            return reader.read(repository, known);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** What no tag may reach: what is in use or kept here by digest, and what had a tag once. */
    private Set<Digest> known(RepositoryName repository, Set<ImageReference> used, Optional<LedgerBook> ledger) {
        Set<Digest> known = new LinkedHashSet<>();
        Stream.concat(used.stream(), policy.keep().stream())
                .filter(reference -> reference.mayMean(repository) || reference.mayBeMirrored(repository))
                .forEach(reference -> reference.digest().ifPresent(known::add));
        ledger.ifPresent(book -> known.addAll(book.known(repository)));
        return known;
    }

    private List<RepositoryJudgement> judgements(
            Map<RepositoryName, RepositoryGraph> graphs, Set<ImageReference> used, Sightings ledger) {
        References references = new References(graphs, KnownHosts.of(client.registry(), policy));
        Set<ImageReference> kept = references.keep(policy.keep());
        policy.keep().stream()
                .filter(reference -> !kept.contains(reference))
                .filter(reference -> settings.repositories().isEmpty()
                        || graphs.keySet().stream().anyMatch(reference::mayMean))
                .forEach(reference -> notes.add("to be kept by name, and not here: " + reference));
        Set<ImageReference> matched = references.use(used);
        if (matched.isEmpty() && !used.isEmpty()) {
            throw new PlanRefusedException(
                    "none of the " + used.size()
                            + " references in use is in this registry; declare under which hosts it is"
                            + " known, or leave the source out",
                    null);
        }
        note("in use under a host that the policy does not declare, and kept: ", references.underOtherHosts());
        Optional<String> childrenStay = new UntaggedParents(graphs, used, ledger).childrenStay();
        List<RepositoryFacts> facts =
                graphs.values().stream().map(RepositoryGraph::facts).collect(Collectors.toList());
        Predicate<Digest> isNowhere = new Nowhere(client, facts, isComplete(graphs.values()));
        List<RepositoryJudgement> judgements = new ArrayList<>();
        graphs.forEach((name, graph) -> judgements.add(new RepositoryJudge(
                        policy,
                        now,
                        graph,
                        new Ages(policy.ages(), ledger, settings.ageSources(), graph, now),
                        isNowhere)
                .judge(references.of(name), childrenStay)));
        return judgements;
    }

    private void note(String what, Collection<ImageReference> references) {
        references.forEach(reference -> notes.add(what + reference));
    }

    private boolean isComplete(Collection<RepositoryGraph> graphs) {
        return settings.repositories().isEmpty()
                && graphs.stream().allMatch(graph -> graph.facts().troubles().isEmpty());
    }

    private PlanHeader header(Collection<RepositoryGraph> graphs, boolean ledger) {
        return PlanHeader.builder()
                .registry(registry())
                .account(account)
                .created(now)
                .policy(policy)
                .complete(isComplete(graphs))
                .ledger(ledger)
                .notes(notes)
                .build();
    }

    private CallInterruptedException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new CallInterruptedException("GET", registry(), "the thread was interrupted while it made a plan", e);
    }
}
