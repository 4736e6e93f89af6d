package io.github.registryclient.http.internal.operation;

import io.github.registryclient.error.NotFoundException;
import io.github.registryclient.error.TagMovedException;
import io.github.registryclient.http.internal.answer.Missing;
import io.github.registryclient.http.internal.endpoint.Addresses;
import io.github.registryclient.http.internal.transport.Request;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.util.Optional;

/** Looks where a tag points. */
final class TagLook {
    private final Addresses addresses;
    private final Manifests manifests;
    private final RepositoryName repository;
    private final Tag tag;

    TagLook(Addresses addresses, Manifests manifests, RepositoryName repository, Tag tag) {
        this.addresses = addresses;
        this.manifests = manifests;
        this.repository = repository;
        this.tag = tag;
    }

    /** Empty if the registry shows no manifest: the tag is gone, or listed without one; only its DELETE tells which. */
    Optional<Digest> manifest() {
        try {
            return Optional.of(manifests.resolve(repository, tag));
        } catch (NotFoundException e) {
            if (!addresses.areOf(e.response().uri()) || !Missing.isSaid(e.response())) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /** Before a DELETE is sent again: what somebody pushed meanwhile must not go. A tag that shows nothing now may. */
    void requireNotMoved(Optional<Digest> before, Request delete) {
        Optional<Digest> now = manifest();
        if (now.isPresent() && !now.equals(before)) {
            throw new TagMovedException(
                    delete.method(),
                    delete.shownUri(),
                    before.map(Digest::toString).orElse(""),
                    now.get().toString());
        }
    }
}
