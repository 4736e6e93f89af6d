package io.github.registryclient.http.internal.endpoint;

import io.github.registryclient.http.internal.answer.Refusals;
import io.github.registryclient.http.internal.transport.Reply;
import io.github.registryclient.http.internal.transport.Request;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Reference;
import io.github.registryclient.name.RepositoryName;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Optional;

/** PUT of a manifest, byte for byte. */
public final class ManifestPut implements Endpoint<Digest> {
    private final Addresses addresses;
    private final RepositoryName repository;
    private final Reference reference;
    private final Manifest manifest;

    /**
     * Stores one manifest.
     *
     * @param addresses the registry
     * @param repository the repository
     * @param reference a tag, or the manifest's digest
     * @param manifest the manifest
     */
    public ManifestPut(Addresses addresses, RepositoryName repository, Reference reference, Manifest manifest) {
        this.addresses = addresses;
        this.repository = repository;
        this.reference = reference;
        this.manifest = manifest;
    }

    @Override
    public Request request() {
        return Request.builder("PUT", addresses.manifest(repository, reference))
                .repository(repository)
                .header("Content-Type", manifest.mediaType())
                .body(BodyPublishers.ofByteArray(manifest.bytes()))
                .build();
    }

    /** The specification lets 201 come without a digest; anything less needs the registry's word for what it stored. */
    @Override
    public Digest read(Reply reply) {
        if (reply.status() != 201 && reply.status() != 202 && reply.status() != 200) {
            throw Refusals.of(reply);
        }
        Stored.require(reply);
        Optional<Digest> claimed = ContentDigest.claimed(reply);
        if (claimed.isEmpty() && reply.status() != 201) {
            throw Stored.unproven(
                    reply, "status " + reply.status() + " without a digest does not say that it was stored");
        }
        Digest stored = claimed.orElse(manifest.digest());
        boolean comparable = stored.algorithm().equals(manifest.digest().algorithm());
        if (comparable && manifest.kind() != Manifest.Kind.SCHEMA1 && !stored.equals(manifest.digest())) {
            throw reply.mismatch(manifest.digest(), stored);
        }
        return stored;
    }
}
