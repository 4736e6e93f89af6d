package io.github.registryclient.http.internal.endpoint;

import io.github.registryclient.error.UnverifiedDigestException;
import io.github.registryclient.http.internal.answer.Refusals;
import io.github.registryclient.http.internal.transport.Reply;
import io.github.registryclient.http.internal.transport.Request;
import io.github.registryclient.manifest.MediaTypes;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import java.util.Optional;

/**
 * HEAD of a digest that is to be deleted: is it a manifest's? True if the registry itself confirms that; all else proves
 * nothing, and reading the manifest whole will. Distribution 2.8 answers 500 for a configuration's or layer's digest, and
 * would nevertheless delete it.
 */
public final class ManifestPresence implements Endpoint<Boolean> {
    private final Addresses addresses;
    private final RepositoryName repository;
    private final Digest digest;

    /**
     * Looks at one digest.
     *
     * @param addresses the registry
     * @param repository the repository
     * @param digest the digest
     */
    public ManifestPresence(Addresses addresses, RepositoryName repository, Digest digest) {
        this.addresses = addresses;
        this.repository = repository;
        this.digest = digest;
    }

    @Override
    public Request request() {
        return Request.builder("HEAD", addresses.manifest(repository, digest))
                .repository(repository)
                .header("Accept", ManifestAccept.VALUE)
                .build();
    }

    @Override
    public Boolean read(Reply reply) {
        if (reply.status() == 401 || reply.status() == 429) {
            throw Refusals.of(reply);
        }
        if (reply.status() != 200 || !addresses.gave(reply)) {
            return false; // a word from elsewhere deletes nothing here; bytes that can be hashed may come from anywhere
        }
        Optional<Digest> claimed = ContentDigest.claimed(reply);
        if (claimed.isPresent() && ContentDigest.contradicts(digest, claimed.get())) {
            throw new UnverifiedDigestException(
                    reply.request().method(),
                    reply.request().shownUri(),
                    reply.request()
                            .withoutSecrets("asked for this digest, the registry answered with " + claimed.get()),
                    null);
        }
        if (!request().uri().getRawPath().equals(reply.request().uri().getRawPath())) {
            return false; // redirected to another repository, perhaps
        }
        boolean manifest = MediaTypes.isManifest(reply.header("Content-Type").orElse(""));
        return manifest && claimed.equals(Optional.of(digest));
    }
}
