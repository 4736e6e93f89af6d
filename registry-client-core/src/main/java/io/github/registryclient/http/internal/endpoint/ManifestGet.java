package io.github.registryclient.http.internal.endpoint;

import io.github.registryclient.error.MalformedDocumentException;
import io.github.registryclient.http.internal.answer.Evidence;
import io.github.registryclient.http.internal.answer.Refusals;
import io.github.registryclient.http.internal.transport.Limits;
import io.github.registryclient.http.internal.transport.Reply;
import io.github.registryclient.http.internal.transport.Request;
import io.github.registryclient.http.internal.transport.RequestBuilder;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Reference;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** GET of a manifest, perhaps only if it is another one than known; empty if it is not. */
public final class ManifestGet implements Endpoint<Optional<Manifest>> {
    private final Addresses addresses;
    private final RepositoryName repository;
    private final Reference reference;
    private final @Nullable Digest known;
    private final int pageLimit;

    /**
     * Asks for one manifest.
     *
     * @param addresses the registry
     * @param repository the repository
     * @param reference tag or digest
     * @param known a digest that need not be sent again, or null
     */
    public ManifestGet(Addresses addresses, RepositoryName repository, Reference reference, @Nullable Digest known) {
        this(addresses, repository, reference, known, 0);
    }

    private ManifestGet(
            Addresses addresses,
            RepositoryName repository,
            Reference reference,
            @Nullable Digest known,
            int pageLimit) {
        this.pageLimit = pageLimit;
        this.addresses = addresses;
        this.repository = repository;
        this.reference = reference;
        this.known = known;
    }

    /**
     * Asks for an index that is read as a listing: by a tag, so that no digest tells whether it is the right one.
     *
     * @param addresses the registry
     * @param repository the repository
     * @param tag where it is
     * @param bodyLimit the largest page, in bytes
     * @return the request for it
     */
    public static ManifestGet asPage(Addresses addresses, RepositoryName repository, Tag tag, int bodyLimit) {
        return new ManifestGet(addresses, repository, tag, null, bodyLimit);
    }

    @Override
    public Request request() {
        RequestBuilder builder = Request.builder("GET", addresses.manifest(repository, reference))
                .repository(repository)
                .bodyLimit(Limits.MANIFEST)
                .header("Accept", ManifestAccept.VALUE);
        if (pageLimit > 0) {
            builder.pageLimit(pageLimit);
        }
        if (known != null) {
            builder.header("If-None-Match", "\"" + known + "\"");
        }
        return builder.build();
    }

    @Override
    public Optional<Manifest> read(Reply reply) {
        if (reply.status() == 304 && known != null) {
            return unchanged(reply, known);
        }
        if (reply.status() != 200) {
            throw Refusals.of(reply);
        }
        if (Evidence.isHtml(reply)) {
            throw Refusals.notARegistry(reply);
        }
        Manifest manifest = parse(reply, reply.body().toByteArray());
        return known != null && manifest.digest().equals(known) ? Optional.empty() : Optional.of(manifest);
    }

    private static Optional<Manifest> unchanged(Reply reply, Digest known) {
        ContentDigest.claimed(reply)
                .filter(claimed -> ContentDigest.contradicts(known, claimed))
                .ifPresent(claimed -> {
                    throw reply.mismatch(known, claimed);
                });
        return Optional.empty();
    }

    private Manifest parse(Reply reply, byte[] bytes) {
        String type = reply.header("Content-Type").orElse("");
        try {
            Manifest manifest = Manifest.parse(type, bytes);
            Digest digest =
                    manifest.kind() == Manifest.Kind.SCHEMA1 ? schema1Digest(reply) : checkedDigest(reply, manifest);
            return digest.equals(manifest.digest()) ? manifest : Manifest.parse(type, bytes, digest);
        } catch (MalformedDocumentException e) {
            throw reply.invalid(e);
        }
    }

    /** The digest asked for, or else claimed, if the bytes have it; where it cannot be computed, the bytes' sha256. */
    private Digest checkedDigest(Reply reply, Manifest manifest) {
        Optional<Digest> claimed = ContentDigest.claimed(reply);
        claimed.ifPresent(digest -> requireMatch(reply, digest, manifest));
        if (reference instanceof Digest) {
            requireMatch(reply, (Digest) reference, manifest);
            return (Digest) reference;
        }
        return claimed.filter(Digest::isVerifiable).orElse(manifest.digest());
    }

    private static void requireMatch(Reply reply, Digest expected, Manifest manifest) {
        Optional<Digest> actual = expected.algorithm().equals(manifest.digest().algorithm())
                ? Optional.of(manifest.digest())
                : expected.sameAlgorithm(manifest.bytes());
        if (actual.isPresent() && !actual.get().equals(expected)) {
            throw reply.mismatch(expected, actual.get());
        }
    }

    /** Schema 1 is kept under the digest of its unsigned payload: only the registry can say which. */
    private Digest schema1Digest(Reply reply) {
        Digest claimed = ContentDigest.claimed(reply)
                .orElseThrow(() ->
                        reply.invalid("a schema 1 manifest without Docker-Content-Digest: its digest is unknown"));
        if (ContentDigest.contradicts(reference, claimed)) {
            throw reply.mismatch((Digest) reference, claimed);
        }
        return claimed;
    }
}
