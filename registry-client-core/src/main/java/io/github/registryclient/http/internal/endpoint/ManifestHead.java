package io.github.registryclient.http.internal.endpoint;

import io.github.registryclient.http.internal.answer.Refusals;
import io.github.registryclient.http.internal.transport.Reply;
import io.github.registryclient.http.internal.transport.Request;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Reference;
import io.github.registryclient.name.RepositoryName;
import java.util.Optional;

/**
 * HEAD of a manifest: its digest, or empty where HEAD does not tell (no digest header, as ECR once did; an error, whose
 * reason only a GET can say; a header of another origin, to be believed only of bytes that have the digest).
 */
public final class ManifestHead implements Endpoint<Optional<Digest>> {
    private final Addresses addresses;
    private final RepositoryName repository;
    private final Reference reference;

    /**
     * Asks for one manifest.
     *
     * @param addresses the registry
     * @param repository the repository
     * @param reference tag or digest
     */
    public ManifestHead(Addresses addresses, RepositoryName repository, Reference reference) {
        this.addresses = addresses;
        this.repository = repository;
        this.reference = reference;
    }

    @Override
    public Request request() {
        return Request.builder("HEAD", addresses.manifest(repository, reference))
                .repository(repository)
                .header("Accept", ManifestAccept.VALUE)
                .build();
    }

    @Override
    public Optional<Digest> read(Reply reply) {
        if (reply.status() == 401 || reply.status() == 429) {
            throw Refusals.of(reply); // a GET would be refused as well, and count against the limit
        }
        if (reply.status() != 200 || !addresses.gave(reply)) {
            return Optional.empty();
        }
        Optional<Digest> served = ContentDigest.claimed(reply);
        served.ifPresent(digest -> requireSame(reply, digest));
        return served.filter(this::isUsual);
    }

    /** A digest of another algorithm than sha256 is only believed after its bytes were hashed. */
    private boolean isUsual(Digest served) {
        return served.equals(reference) || served.algorithm().equals("sha256") && !(reference instanceof Digest);
    }

    private void requireSame(Reply reply, Digest served) {
        if (ContentDigest.contradicts(reference, served)) {
            throw reply.mismatch(reference, served);
        }
    }
}
