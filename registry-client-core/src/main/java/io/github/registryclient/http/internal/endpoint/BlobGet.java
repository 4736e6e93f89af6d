package io.github.registryclient.http.internal.endpoint;

import io.github.registryclient.ByteRange;
import io.github.registryclient.error.ErrorResponseException;
import io.github.registryclient.error.RegistryException;
import io.github.registryclient.http.internal.answer.ErrorBody;
import io.github.registryclient.http.internal.answer.Missing;
import io.github.registryclient.http.internal.answer.Refusals;
import io.github.registryclient.http.internal.transport.BodyStream;
import io.github.registryclient.http.internal.transport.Caller;
import io.github.registryclient.http.internal.transport.Reply;
import io.github.registryclient.http.internal.transport.Request;
import io.github.registryclient.http.internal.transport.RequestBuilder;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** GET of a blob or of a part of it, as a stream that checks what passes. */
public final class BlobGet implements Endpoint<InputStream> {
    private static final Pattern PART = Pattern.compile("bytes [^/]*/(\\d{1,18})");

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
        RequestBuilder builder = Request.builder("GET", addresses.blob(repository, digest))
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
        if (!Missing.isSaid(ErrorBody.read(reply))) {
            throw Refusals.of(reply);
        }
    }

    @Override
    public InputStream read(Reply reply) {
        BodyStream stream = reply.stream();
        if (stream == null) {
            throw refusal(reply);
        }
        try {
            return checked(reply, stream);
        } catch (RuntimeException e) {
            stream.close();
            throw e;
        }
    }

    /** 416 tells how long the blob is. */
    private RegistryException refusal(Reply reply) {
        Matcher part = PART.matcher(reply.header("Content-Range").orElse(""));
        return range != null && reply.status() == 416 && part.matches()
                ? new ErrorResponseException(
                        ErrorBody.read(reply),
                        "Asked for bytes " + range + ", but the blob has only " + part.group(1) + " bytes")
                : Refusals.of(reply);
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
        String served = reply.header("Content-Range").orElse("");
        if (reply.status() != 206 || !served.startsWith("bytes " + range + "/")) {
            throw reply.invalid(otherPart(reply, served, range));
        }
        return new ExactLengthStream(stream, range.length(), reply.request());
    }

    private static String otherPart(Reply reply, String served, ByteRange wanted) {
        int status = reply.status();
        Matcher part = PART.matcher(served);
        if (status == 206 && part.matches() && Long.parseLong(part.group(1)) <= wanted.last()) {
            return "asked for bytes " + wanted + ", but the blob has only " + part.group(1) + " bytes";
        }
        return "asked for bytes " + wanted + " but got status " + status + " with range \"" + reply.shown(served)
                + "\"; the registry or its storage does not do ranges";
    }
}
