package io.github.registryclient.http.internal.endpoint;

import io.github.registryclient.http.internal.answer.Evidence;
import io.github.registryclient.http.internal.answer.Refusals;
import io.github.registryclient.http.internal.transport.Reply;
import io.github.registryclient.http.internal.transport.Request;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import java.util.OptionalLong;

/** HEAD of a blob: its size, or empty for a 404, which has no body that could tell whose it is. */
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
        if (reply.status() == 404) {
            return OptionalLong.empty();
        }
        if (reply.status() != 200) {
            throw Refusals.of(reply);
        }
        if (Evidence.isHtml(reply)) {
            throw Refusals.notARegistry(reply);
        }
        ContentDigest.claimed(reply)
                .filter(claimed -> ContentDigest.contradicts(digest, claimed))
                .ifPresent(claimed -> {
                    throw reply.mismatch(digest, claimed);
                });
        if (reply.isCoded()) {
            throw reply.invalid(
                    "the blob is there, but its size was not said: the answer is for a coded body, which nobody"
                            + " asked for; a proxy before the registry does that");
        }
        String length = reply.header("Content-Length").orElse("");
        if (!length.matches("\\d{1,18}")) {
            throw reply.invalid("the blob is there, but its size was not said (no Content-Length)");
        }
        return OptionalLong.of(Long.parseLong(length));
    }
}
