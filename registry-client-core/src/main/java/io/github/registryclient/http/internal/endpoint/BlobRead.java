package io.github.registryclient.http.internal.endpoint;

import io.github.registryclient.http.internal.answer.Refusals;
import io.github.registryclient.http.internal.transport.Limits;
import io.github.registryclient.http.internal.transport.Reply;
import io.github.registryclient.http.internal.transport.Request;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;

/** GET of a small blob, an image configuration, read whole and checked against its digest. */
public final class BlobRead implements Endpoint<byte[]> {
    private final Addresses addresses;
    private final RepositoryName repository;
    private final Digest digest;

    /**
     * Asks for one blob.
     *
     * @param addresses the registry
     * @param repository the repository
     * @param digest the blob's digest
     */
    public BlobRead(Addresses addresses, RepositoryName repository, Digest digest) {
        this.addresses = addresses;
        this.repository = repository;
        this.digest = digest;
    }

    @Override
    public Request request() {
        return Request.builder("GET", addresses.blob(repository, digest))
                .repository(repository)
                .bodyLimit(Limits.CONFIG)
                .build();
    }

    @Override
    public byte[] read(Reply reply) {
        if (reply.status() != 200) {
            throw Refusals.of(reply);
        }
        byte[] bytes = reply.body().toByteArray();
        Digest actual = digest.sameAlgorithm(bytes)
                .orElseThrow(() -> reply.invalid("the content of " + digest + " cannot be checked: unknown algorithm"));
        if (!actual.equals(digest)) {
            throw reply.mismatch(digest, actual);
        }
        return bytes;
    }
}
