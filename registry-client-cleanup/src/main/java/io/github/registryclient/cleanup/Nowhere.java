package io.github.registryclient.cleanup;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.cleanup.graph.RepositoryFacts;
import io.github.registryclient.error.CallInterruptedException;
import io.github.registryclient.error.ClientClosedException;
import io.github.registryclient.error.NotFoundException;
import io.github.registryclient.error.RegistryException;
import io.github.registryclient.name.Digest;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Whether a manifest is in no repository: known only of a registry that was read completely. One without a tag is in no list, so each
 * repository is asked for it. Not thread-safe.
 */
final class Nowhere implements Predicate<Digest> {
    private final RegistryClient client;
    private final List<RepositoryFacts> repositories;
    private final boolean complete;
    private final Map<Digest, Boolean> asked = new HashMap<>();

    Nowhere(RegistryClient client, Collection<RepositoryFacts> repositories, boolean complete) {
        this.client = client;
        this.repositories = List.copyOf(repositories);
        this.complete = complete;
    }

    @Override
    public boolean test(Digest digest) {
        return complete
                && asked.computeIfAbsent(digest, one -> repositories.stream().noneMatch(in -> mayHave(in, one)));
    }

    private boolean mayHave(RepositoryFacts repository, Digest digest) {
        if (repository.manifests().containsKey(digest)) {
            return true;
        }
        return !repository.missing().contains(digest) && !isMissing(repository, digest);
    }

    /** Whatever else is answered leaves it possible that it is there. */
    private boolean isMissing(RepositoryFacts repository, Digest digest) {
        try {
            client.getManifestDigest(repository.name(), digest);
            return false;
        } catch (NotFoundException e) {
            return e.response().saysMissing();
        } catch (CallInterruptedException | ClientClosedException ended) {
            throw ended;
        } catch (RegistryException unclear) {
            return false;
        }
    }
}
