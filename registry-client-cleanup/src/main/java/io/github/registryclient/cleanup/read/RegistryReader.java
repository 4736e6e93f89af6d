package io.github.registryclient.cleanup.read;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.cleanup.graph.RepositoryFacts;
import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.cleanup.store.DocumentCache;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import java.util.Collection;
import java.util.List;

/** Reads the repositories of a registry for a policy. Thread-safe. */
public final class RegistryReader implements AutoCloseable {
    private final RegistryClient client;
    private final Wanted wanted;
    private final Documents documents;
    private final SideBySide workers;
    private final boolean listsReferrers;

    /**
     * A reader.
     *
     * @param client the registry
     * @param policy what is to be known
     * @param checks whether all that may be broken is looked for, also where no rule asks
     * @param cache keeps documents
     * @param listsReferrers whether the registry has an API that lists referrers
     * @param readsAtOnce how many requests at a time
     */
    public RegistryReader(
            RegistryClient client,
            Policy policy,
            boolean checks,
            DocumentCache cache,
            boolean listsReferrers,
            int readsAtOnce) {
        this.client = client;
        this.wanted = new Wanted(policy, checks);
        this.documents = new Documents(client, cache, new FactsOf(wanted));
        this.workers = new SideBySide("registry-client-plan-", readsAtOnce);
        this.listsReferrers = listsReferrers;
    }

    /**
     * Reads a repository.
     *
     * @param repository its name
     * @param knownFromElsewhere manifests that are read too if they are still there, tagged or not
     * @return what was read, and what could not be
     * @throws InterruptedException if the thread is interrupted
     */
    public RepositoryFacts read(RepositoryName repository, Collection<Digest> knownFromElsewhere)
            throws InterruptedException {
        return new RepositoryReader(client, repository, documents, wanted, listsReferrers, workers)
                .read(knownFromElsewhere);
    }

    /**
     * Reads a repository again: its tags, and of its manifests those that were not read before.
     *
     * @param before what was read before, and is not known to be gone
     * @return what is there now, and what was; what could not be read
     * @throws InterruptedException if the thread is interrupted
     */
    public RepositoryFacts readAgain(RepositoryFacts before) throws InterruptedException {
        return new RepositoryReader(client, before.name(), documents, wanted, listsReferrers, workers)
                .knowing(before)
                .read(List.of());
    }

    /**
     * Looks once more at what was missing in a repository.
     *
     * @param facts what was read of it
     * @return the same, in trouble if something is there now, or could not be asked for
     * @throws InterruptedException if the thread is interrupted
     */
    public RepositoryFacts lookAgain(RepositoryFacts facts) throws InterruptedException {
        return new SecondLook(client, facts, workers).facts();
    }

    @Override
    public void close() {
        workers.close();
    }
}
