package io.github.registryclient.http.internal.endpoint;

import io.github.registryclient.ByteRange;
import io.github.registryclient.http.internal.transport.BodyStream;
import io.github.registryclient.http.internal.transport.Caller;
import io.github.registryclient.http.internal.transport.Reply;
import io.github.registryclient.http.internal.transport.Request;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** GET of a blob or of a part of it, as a stream that checks what passes. */
public final class BlobGet implements Endpoint<InputStream> {
    private final Addresses addresses;
    private final RepositoryName repository;
    private final Digest digest;
    private final @Nullable ByteRange range;

    /**
     * Asks for one blob.
     *
     * @param addresses the registry
     * @param repository the repository
     * @param digest the blob's digest
     * @param range the part wanted, or null for all of it
     */
    public BlobGet(Addresses addresses, RepositoryName repository, Digest digest, @Nullable ByteRange range) {
        this.addresses = addresses;
        this.repository = repository;
        this.digest = digest;
        this.range = range;
    }

    @Override
    public Request request() {
        Request.Builder builder = Request.builder("GET", addresses.blob(repository, digest))
                .repository(repository)
                .streaming();
        if (range != null) {
            builder.header("Range", "bytes=" + range);
        }
        return builder.build();
    }

    /**
     * Returns if the registry itself says that the blob is not there.
     *
     * @param caller the way to the registry
     * @throws io.github.registryclient.error.RegistryException if the blob is there after all, or who says that it is not is no
     *     registry
     */
    public void proveMissing(Caller caller) {
        Reply reply = caller.call(request());
        BodyStream stream = reply.stream();
        if (stream != null) {
            stream.close();
            throw reply.invalid("HEAD says that the blob is missing, GET that it is there");
        }
        if (reply.status() != 404 || !Evidence.isRegistrysOwn(reply)) {
            throw Refusals.of(reply);
        }
    }

    @Override
    public InputStream read(Reply reply) {
        BodyStream stream = reply.stream();
        if (stream == null) {
            throw Refusals.of(reply);
        }
        try {
            PlainBody.require(reply);
            return checked(reply, stream);
        } catch (RuntimeException e) {
            stream.close();
            throw e;
        }
    }

    private InputStream checked(Reply reply, BodyStream stream) {
        if (range == null) {
            if (reply.status() != 200) {
                throw reply.invalid("status " + reply.status() + " instead of the whole blob");
            }
            return digest.hasher()
                    .<InputStream>map(hasher -> new DigestCheckingStream(stream, hasher, digest, reply.request()))
                    .orElse(stream);
        }
        String expected = "bytes " + range + "/";
        String served = reply.header("Content-Range").orElse("");
        if (reply.status() != 206 || !served.startsWith(expected)) {
            throw reply.invalid("asked for bytes " + range + " but got status " + reply.status() + " with range \""
                    + served + "\"; the registry or its storage does not do ranges");
        }
        return new ExactLengthStream(stream, range.length(), reply.request());
    }
}
