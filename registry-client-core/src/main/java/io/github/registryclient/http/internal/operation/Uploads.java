package io.github.registryclient.http.internal.operation;

import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.error.InvalidResponseException;
import io.github.registryclient.error.RegistryException;
import io.github.registryclient.http.internal.endpoint.Addresses;
import io.github.registryclient.http.internal.endpoint.UploadCancel;
import io.github.registryclient.http.internal.endpoint.UploadFinish;
import io.github.registryclient.http.internal.endpoint.UploadStart;
import io.github.registryclient.http.internal.endpoint.UploadTarget;
import io.github.registryclient.http.internal.time.Deadline;
import io.github.registryclient.http.internal.transport.Caller;
import io.github.registryclient.http.internal.transport.Patience;
import io.github.registryclient.http.internal.transport.RedirectPolicy;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Hasher;
import io.github.registryclient.name.RepositoryName;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Bringing blobs into a repository: in one piece, or from another repository. */
public final class Uploads {
    private final Caller caller;
    private final Addresses addresses;
    private final RedirectPolicy policy;
    private final Blobs blobs;

    /**
     * Operations that upload.
     *
     * @param caller the way to the registry
     * @param addresses the registry
     * @param policy where the registry may send uploads
     * @param blobs looks whether a blob is there already
     */
    public Uploads(Caller caller, Addresses addresses, RedirectPolicy policy, Blobs blobs) {
        this.caller = caller;
        this.addresses = addresses;
        this.policy = policy;
        this.blobs = blobs;
    }

    /**
     * Uploads bytes.
     *
     * @param repository the repository
     * @param content the bytes
     * @return their digest
     */
    public Digest upload(RepositoryName repository, byte[] content) {
        return upload(repository, Digest.sha256(content), BodyPublishers.ofByteArray(content));
    }

    /**
     * Uploads a file.
     *
     * @param repository the repository
     * @param file the file
     * @return its digest
     */
    public Digest upload(RepositoryName repository, Path file) {
        Digest digest = digestOf(file);
        try {
            return upload(repository, digest, BodyPublishers.ofFile(file));
        } catch (FileNotFoundException e) {
            throw unreadable(file, e);
        }
    }

    /**
     * Mounts a blob of another repository.
     *
     * @param repository the repository that is to have it
     * @param digest the blob's digest
     * @param from the repository that has it
     * @return whether the registry did
     */
    public boolean mount(RepositoryName repository, Digest digest, RepositoryName from) {
        Optional<URI> upload =
                UploadStart.mount(addresses, repository, digest, from, policy).send(caller);
        upload.ifPresent(location -> cancel(repository, location));
        return upload.isEmpty();
    }

    private Digest upload(RepositoryName repository, Digest digest, BodyPublisher content) {
        long size = content.contentLength();
        Deadline deadline = caller.deadline(Patience.TRANSFER);
        if (blobs.shows(repository, digest, size, deadline)) {
            return digest;
        }
        URI location = UploadStart.upload(addresses, repository, policy)
                .send(caller.within(deadline))
                .orElseThrow();
        requireNoManifest(repository, location);
        UploadFinish finish = new UploadFinish(location, repository, digest, content);
        if (!finish.send(caller, deadline) && !blobs.shows(repository, digest, size, deadline)) {
            throw finish.request()
                    .invalidAnswer("the registry took the content (status 202) but does not show it as stored", null);
        }
        return digest;
    }

    private void requireNoManifest(RepositoryName repository, URI location) {
        if (!UploadTarget.isSafe(addresses, repository, location)) {
            throw new InvalidResponseException(
                    "POST",
                    addresses.uploads(repository, "").toString(),
                    "the registry wants the upload at the address of a manifest, or at one that could be read so; nothing"
                            + " was uploaded",
                    null);
        }
    }

    /** An open upload only takes room until it expires, so a failure to cancel it is no failure of the call. */
    private void cancel(RepositoryName repository, URI location) {
        if (!addresses.isUpload(repository, location)) {
            return; // a DELETE goes nowhere else, whatever the registry says
        }
        try {
            new UploadCancel(location, repository).send(caller);
        } catch (RegistryException leftToExpire) {
            System.getLogger("io.github.registryclient.http.upload")
                    .log(System.Logger.Level.DEBUG, "could not cancel an upload in {0}", repository);
        }
    }

    private static Digest digestOf(Path file) {
        Hasher hasher = Hasher.sha256();
        byte[] buffer = new byte[64 << 10];
        try (InputStream stream = Files.newInputStream(file)) {
            for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                hasher.update(buffer, 0, count);
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
        return hasher.finish();
    }

    private static InvalidInputException unreadable(Path file, IOException cause) {
        return new InvalidInputException(
                "cannot read the file " + file + ": " + cause.getClass().getSimpleName(), cause);
    }
}
