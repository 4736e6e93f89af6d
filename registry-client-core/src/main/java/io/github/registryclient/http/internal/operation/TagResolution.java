package io.github.registryclient.http.internal.operation;

import io.github.registryclient.ResolvedTags;
import io.github.registryclient.error.CallInterruptedException;
import io.github.registryclient.error.NotFoundException;
import io.github.registryclient.http.internal.answer.Missing;
import io.github.registryclient.http.internal.endpoint.Addresses;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Resolves many tags side by side. */
public final class TagResolution {
    private final Manifests manifests;
    private final Addresses addresses;
    private final Workers workers;

    /**
     * Bulk resolving.
     *
     * @param manifests resolves one
     * @param addresses the registry
     * @param workers work side by side
     */
    public TagResolution(Manifests manifests, Addresses addresses, Workers workers) {
        this.manifests = manifests;
        this.addresses = addresses;
        this.workers = workers;
    }

    /**
     * Resolves tags.
     *
     * @param repository their repository
     * @param tags the tags
     * @return where they point
     */
    public ResolvedTags resolve(RepositoryName repository, Collection<Tag> tags) {
        List<Tag> distinct = List.copyOf(new LinkedHashSet<>(tags));
        Manifests one = manifests.asOne();
        List<Optional<Digest>> digests;
        try {
            digests = workers.map(distinct, tag -> resolve(one, repository, tag));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallInterruptedException(
                    "HEAD",
                    addresses.manifest(repository, distinct.get(0)).toString(),
                    "the thread was interrupted while this and " + (distinct.size() - 1) + " other tags were resolved",
                    e);
        }
        ResolvedTags.Builder resolved = ResolvedTags.builder();
        for (int i = 0; i < distinct.size(); i++) {
            Tag tag = distinct.get(i);
            digests.get(i).ifPresentOrElse(digest -> resolved.putDigests(tag, digest), () -> resolved.addDangling(tag));
        }
        return resolved.build();
    }

    /** Empty only if the registry itself says that this manifest is missing, and not the whole repository. */
    private Optional<Digest> resolve(Manifests one, RepositoryName repository, Tag tag) {
        try {
            return Optional.of(one.resolve(repository, tag));
        } catch (NotFoundException e) {
            if (!addresses.areOf(e.response().uri()) || !Missing.isSaidOfOneThing(e.response())) {
                throw e;
            }
            return Optional.empty();
        }
    }
}
