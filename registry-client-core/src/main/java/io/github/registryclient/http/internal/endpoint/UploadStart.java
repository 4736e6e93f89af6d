package io.github.registryclient.http.internal.endpoint;

import io.github.registryclient.http.internal.address.PercentEncoding;
import io.github.registryclient.http.internal.answer.Refusals;
import io.github.registryclient.http.internal.transport.RedirectPolicy;
import io.github.registryclient.http.internal.transport.Reply;
import io.github.registryclient.http.internal.transport.Request;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** POST that opens an upload, or mounts a blob of another repository. The answer: where to upload, or empty if mounted. */
public final class UploadStart implements Endpoint<Optional<URI>> {
    private final Addresses addresses;
    private final URI address;
    private final RepositoryName repository;
    private final @Nullable Digest mounted;
    private final @Nullable RepositoryName from;
    private final RedirectPolicy policy;

    private UploadStart(
            Addresses addresses,
            URI address,
            RepositoryName repository,
            @Nullable Digest mounted,
            @Nullable RepositoryName from,
            RedirectPolicy policy) {
        this.addresses = addresses;
        this.address = address;
        this.repository = repository;
        this.mounted = mounted;
        this.from = from;
        this.policy = policy;
    }

    /**
     * Opens an upload.
     *
     * @param addresses the registry
     * @param repository the repository
     * @param policy where the registry may send the upload
     * @return the endpoint
     */
    public static UploadStart upload(Addresses addresses, RepositoryName repository, RedirectPolicy policy) {
        return new UploadStart(addresses, addresses.uploads(repository, ""), repository, null, null, policy);
    }

    /**
     * Mounts a blob, or opens an upload if the registry does not.
     *
     * @param addresses the registry
     * @param repository the repository that is to have the blob
     * @param digest the blob's digest
     * @param from the repository that has it
     * @param policy where the registry may send the upload
     * @return the endpoint
     */
    public static UploadStart mount(
            Addresses addresses, RepositoryName repository, Digest digest, RepositoryName from, RedirectPolicy policy) {
        String query = "mount=" + digest + "&from=" + PercentEncoding.inParameter(from.toString());
        return new UploadStart(addresses, addresses.uploads(repository, query), repository, digest, from, policy);
    }

    @Override
    public Request request() {
        Request request = Request.builder("POST", address)
                .repository(repository)
                .sentAgainUnheard() // an open upload that nobody knows of expires; a blob is mounted once
                .body(BodyPublishers.noBody())
                .build();
        return from == null ? request : request.needing(from, "pull");
    }

    @Override
    public Optional<URI> read(Reply reply) {
        if (reply.status() == 201 && mounted != null) {
            Stored.require(reply, mounted);
            return Optional.empty();
        }
        if (reply.status() != 202) {
            throw Refusals.of(reply);
        }
        Stored.require(reply);
        String location = reply.header("Location")
                .orElseThrow(() -> reply.invalid("an upload without Location: nowhere to send it"));
        return Optional.of(addresses.belowPrefix(repository, policy.target(reply.request(), location)));
    }
}
