package io.github.registryclient.http.internal.endpoint;

import io.github.registryclient.http.internal.transport.Reply;
import io.github.registryclient.http.internal.transport.Request;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import java.util.OptionalLong;

/** HEAD of a blob: its size, or empty if the registry itself says that it is not there. */
public final class BlobHead implements Endpoint<OptionalLong> {
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
    public BlobHead(Addresses addresses, RepositoryName repository, Digest digest) {
        this.addresses = addresses;
        this.repository = repository;
        this.digest = digest;
    }

    @Override
    public Request request() {
        return Request.builder("HEAD", addresses.blob(repository, digest))
                .repository(repository)
                .build();
    }

    @Override
    public OptionalLong read(Reply reply) {
        if (reply.status() == 404 && Evidence.isRegistrysOwn(reply)) {
            return OptionalLong.empty();
        }
        if (reply.status() != 200) {
            throw Refusals.of(reply);
        }
        String length = reply.header("Content-Length").orElse("");
        if (!length.matches("\\d{1,18}")) {
            throw reply.invalid("the blob is there, but its size was not said (no Content-Length)");
        }
        return OptionalLong.of(Long.parseLong(length));
    }
}
