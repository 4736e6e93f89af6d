package io.github.registryclient.cleanup.read;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.cleanup.graph.RepositoryFacts;
import io.github.registryclient.error.CallInterruptedException;
import io.github.registryclient.error.ClientClosedException;
import io.github.registryclient.error.RegistryException;
import io.github.registryclient.name.Digest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/** Looks once more at all that was missing, when everything else has been read: only what is missing twice is missing. */
final class SecondLook {
    private final RegistryClient client;
    private final RepositoryFacts facts;
    private final Presence presence;
    private final SideBySide workers;
    private final List<String> changes = new ArrayList<>();

    SecondLook(RegistryClient client, RepositoryFacts facts, SideBySide workers) {
        this.client = client;
        this.facts = facts;
        this.presence = new Presence(client, facts.name());
        this.workers = workers;
    }

    /** The same facts, in trouble if something has come back, or could not be asked for. */
    RepositoryFacts facts() throws InterruptedException {
        if (!facts.troubles().isEmpty()) {
            return facts;
        }
        try {
            compare(facts.missing(), presence::isMissing);
            compare(facts.missingBlobs(), presence::isMissingBlob);
            if (!facts.danglingTags().isEmpty()) {
                client.resolveTags(facts.name(), facts.danglingTags())
                        .digests()
                        .keySet()
                        .forEach(tag -> changes.add("the tag " + tag + " pointed to nothing at the first look and to"
                                + " something at the second"));
            }
        } catch (CallInterruptedException | ClientClosedException ended) {
            throw ended;
        } catch (RegistryException e) {
            changes.add(String.valueOf(e.getMessage()));
        }
        return changes.isEmpty()
                ? facts
                : RepositoryFacts.builder().from(facts).addAllTroubles(changes).build();
    }

    private void compare(Collection<Digest> missing, Predicate<Digest> isMissing) throws InterruptedException {
        List<Digest> digests = List.copyOf(missing);
        List<Boolean> still = workers.map(digests, isMissing::test);
        for (int i = 0; i < digests.size(); i++) {
            if (!still.get(i)) {
                changes.add(digests.get(i) + " was missing at the first look and there at the second");
            }
        }
    }
}
