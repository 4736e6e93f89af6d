package io.github.registryclient.http.internal.operation;

import io.github.registryclient.ByteRange;
import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.http.internal.endpoint.Addresses;
import io.github.registryclient.http.internal.endpoint.BlobGet;
import io.github.registryclient.http.internal.endpoint.BlobHead;
import io.github.registryclient.http.internal.endpoint.BlobRead;
import io.github.registryclient.http.internal.time.Deadline;
import io.github.registryclient.http.internal.transport.Caller;
import io.github.registryclient.http.internal.transport.Patience;
import io.github.registryclient.http.internal.transport.Request;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import java.io.InputStream;
import java.util.OptionalLong;

/** Looking at and downloading blobs. */
public final class Blobs {
    private final Caller caller;
    private final Addresses addresses;

    /**
     * Operations on blobs.
     *
     * @param caller the way to the registry
     * @param addresses the registry
     */
    public Blobs(Caller caller, Addresses addresses) {
        this.caller = caller;
        this.addresses = addresses;
    }

    /**
     * Whether a blob is there. A 404 is asked about again by GET, which has a body to tell whose it is, and finds what old Nexus
     * hides from HEAD.
     *
     * @param repository the repository
     * @param digest the digest
     * @return its size in bytes, or empty
     */
    public OptionalLong size(RepositoryName repository, Digest digest) {
        Deadline deadline = caller.deadline(Patience.NORMAL);
        OptionalLong size = new BlobHead(addresses, repository, digest).send(caller, deadline);
        if (size.isEmpty()) {
            new BlobGet(addresses, repository, digest, null).proveMissing(caller.within(deadline));
        }
        return size;
    }

    /** Whether HEAD shows it with this size; all that this decides is whether content need be sent. */
    boolean shows(RepositoryName repository, Digest digest, long size, Deadline limit) {
        return new BlobHead(addresses, repository, digest)
                .send(caller.within(limit))
                .equals(OptionalLong.of(size));
    }

    /**
     * Opens a blob.
     *
     * @param repository the repository
     * @param digest the digest
     * @return its content
     */
    public InputStream open(RepositoryName repository, Digest digest) {
        return new BlobGet(addresses, repository, requireVerifiable(digest), null).send(caller);
    }

    /**
     * Opens a part of a blob.
     *
     * @param repository the repository
     * @param digest the digest
     * @param range the part
     * @return exactly the part
     */
    public InputStream open(RepositoryName repository, Digest digest, ByteRange range) {
        return new BlobGet(addresses, repository, digest, range).send(caller);
    }

    byte[] readConfig(RepositoryName repository, Digest digest) {
        return new BlobRead(addresses, repository, digest).send(caller);
    }

    Request request(RepositoryName repository, Digest digest) {
        return new BlobRead(addresses, repository, digest).request();
    }

    private static Digest requireVerifiable(Digest digest) {
        if (!digest.isVerifiable()) {
            throw new InvalidInputException("content cannot be checked against " + digest
                    + ": only sha256 and sha512 are known here. Parts of it can be read, unchecked, with a byte range");
        }
        return digest;
    }
}
