package io.github.registryclient.cleanup;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.cleanup.age.AgeSource;
import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.cleanup.store.DocumentCache;
import io.github.registryclient.cleanup.store.FirstSeenLedger;
import io.github.registryclient.cleanup.use.InUse;
import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.name.RepositoryName;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;

/** Builds a {@link Planner}. Not thread-safe. */
public final class PlannerBuilder {
    private final RegistryClient client;
    private final ImmutablePlanSettings.Builder settings = ImmutablePlanSettings.builder();

    PlannerBuilder(RegistryClient client, Policy policy) {
        this.client = client;
        settings.policy(policy);
    }

    /**
     * Plans for these repositories, and asks for no catalog. What they share with others is not known then.
     *
     * @param repositories at least one
     * @return this
     */
    public PlannerBuilder repositories(Collection<RepositoryName> repositories) {
        if (repositories.isEmpty()) {
            throw new InvalidInputException("no repositories are named; leave that out to plan for the whole catalog");
        }
        settings.repositories(new LinkedHashSet<>(repositories));
        return this;
    }

    /**
     * Keeps what is in use. May be called several times; all sources count.
     *
     * @param source tells what runs
     * @return this
     */
    public PlannerBuilder inUse(InUse source) {
        settings.addInUse(source);
        return this;
    }

    /**
     * Lets a source that names nothing be right. Otherwise an empty answer means that it did not look properly, and there is no plan.
     *
     * @return this
     */
    public PlannerBuilder nothingMayBeInUse() {
        settings.nothingInUse(true);
        return this;
    }

    /**
     * Remembers what was first seen when, and believes it. By default nothing is remembered.
     *
     * @param ledger of this run and those before
     * @return this
     */
    public PlannerBuilder ledger(FirstSeenLedger ledger) {
        settings.ledger(ledger);
        return this;
    }

    /**
     * Keeps documents for the next run. By default they are kept for this run only.
     *
     * @param cache keeps them
     * @return this
     */
    public PlannerBuilder cache(DocumentCache cache) {
        settings.cache(cache);
        return this;
    }

    /**
     * Asks another source of ages too.
     *
     * @param source the source
     * @return this
     */
    public PlannerBuilder ageSource(AgeSource source) {
        if (!source.name().startsWith("x-")) {
            throw InvalidInputException.of(
                    "name of a source of ages", source.name(), "expected x- and a name of yours");
        }
        settings.addAgeSources(source);
        return this;
    }

    /**
     * Asks the registry for the size of each blob that would go: one request each. By default manifests are believed.
     *
     * @return this
     */
    public PlannerBuilder verifySizes() {
        settings.verifiesSizes(true);
        return this;
    }

    /**
     * Looks for everything that may be broken, also where no rule asks for it: one request for each child and blob.
     *
     * @return this
     */
    public PlannerBuilder checkAll() {
        settings.checks(true);
        return this;
    }

    /**
     * Tells somebody how far it is.
     *
     * @param progress told after each repository, and of warnings
     * @return this
     */
    public PlannerBuilder progress(PlanProgress progress) {
        settings.progress(progress);
        return this;
    }

    /**
     * How many repositories are read at a time, 4 if unset.
     *
     * @param count from 1 on
     * @return this
     */
    public PlannerBuilder repositoriesAtOnce(int count) {
        settings.repositoriesAtOnce(positive(count));
        return this;
    }

    /**
     * How many documents are read at a time, 8 if unset; the client's own limit for the host holds too.
     *
     * @param count from 1 on
     * @return this
     */
    public PlannerBuilder readsAtOnce(int count) {
        settings.readsAtOnce(positive(count));
        return this;
    }

    private static int positive(int count) {
        if (count < 1) {
            throw new InvalidInputException("expected a number from 1 on, not " + count);
        }
        return count;
    }

    /**
     * The clock that ages are measured by, this machine's if unset.
     *
     * @param clock the clock
     * @return this
     */
    public PlannerBuilder clock(Clock clock) {
        settings.clock(clock);
        return this;
    }

    /**
     * Builds it. Nothing is sent yet.
     *
     * @return a planner
     */
    public Planner build() {
        return new Planner(client, settings.build());
    }
}
