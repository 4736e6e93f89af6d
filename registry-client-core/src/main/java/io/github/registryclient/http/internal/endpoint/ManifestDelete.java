package io.github.registryclient.http.internal.endpoint;

import io.github.registryclient.DeleteResult;
import io.github.registryclient.http.internal.transport.Patience;
import io.github.registryclient.http.internal.transport.Reply;
import io.github.registryclient.http.internal.transport.Request;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;

/**
 * DELETE of a manifest by digest. No Accept (Artifactory answers 406), no body. A 2xx is read too: distribution 3 reports
 * with it that tags stayed.
 */
public final class ManifestDelete implements Endpoint<DeleteResult> {
    private final Addresses addresses;
    private final RepositoryName repository;
    private final Digest digest;

    /**
     * Deletes one manifest.
     *
     * @param addresses the registry
     * @param repository the repository
     * @param digest a digest that was confirmed to be a manifest's
     */
    public ManifestDelete(Addresses addresses, RepositoryName repository, Digest digest) {
        this.addresses = addresses;
        this.repository = repository;
        this.digest = digest;
    }

    @Override
    public Request request() {
        return Request.builder("DELETE", addresses.manifest(repository, digest))
                .repository(repository)
                .patience(Patience.DELETE)
                .build();
    }

    @Override
    public DeleteResult read(Reply reply) {
        switch (reply.status()) {
            case 200:
            case 202:
            case 204:
                return DeleteAnswers.accepted(reply);
            case 400:
            case 404:
                return DeleteAnswers.gone(reply);
            default:
                throw DeleteRefusals.of(reply);
        }
    }
}
