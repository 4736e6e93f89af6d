package io.github.registryclient.http.internal.operation;

import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.error.MalformedDocumentException;
import io.github.registryclient.http.internal.endpoint.Addresses;
import io.github.registryclient.http.internal.endpoint.ManifestGet;
import io.github.registryclient.http.internal.endpoint.ManifestHead;
import io.github.registryclient.http.internal.endpoint.ManifestPut;
import io.github.registryclient.http.internal.time.Deadline;
import io.github.registryclient.http.internal.transport.Caller;
import io.github.registryclient.http.internal.transport.Patience;
import io.github.registryclient.manifest.Descriptor;
import io.github.registryclient.manifest.ImageConfig;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Reference;
import io.github.registryclient.name.RepositoryName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reading and storing manifests, and what hangs on reading them. */
public final class Manifests {
    private final Caller caller;
    private final Addresses addresses;
    private final Blobs blobs;
    private final ReadManifests read;

    /**
     * Operations on manifests.
     *
     * @param caller the way to the registry
     * @param addresses the registry
     * @param blobs reads configurations
     */
    public Manifests(Caller caller, Addresses addresses, Blobs blobs) {
        this(caller, addresses, blobs, new ReadManifests());
    }

    private Manifests(Caller caller, Addresses addresses, Blobs blobs, ReadManifests read) {
        this.caller = caller;
        this.addresses = addresses;
        this.blobs = blobs;
        this.read = read;
    }

    /** The same manifests, for a call that has to be over by then. */
    Manifests within(Deadline limit) {
        return by(caller.within(limit));
    }

    /** The same manifests, for a call that is one account's. */
    Manifests asOne() {
        return by(caller.asOne());
    }

    Manifests by(Caller other) {
        return new Manifests(other, addresses, blobs, read);
    }

    /**
     * Resolves a reference: by HEAD, and where that gives no digest by GET, whose bytes are hashed.
     *
     * @param repository the repository
     * @param reference tag or digest
     * @return the digest
     */
    public Digest resolve(RepositoryName repository, Reference reference) {
        Deadline deadline = caller.deadline(Patience.NORMAL);
        return new ManifestHead(addresses, repository, reference)
                .send(caller, deadline)
                .orElseGet(() -> within(deadline).get(repository, reference).digest());
    }

    /**
     * Reads a manifest.
     *
     * @param repository the repository
     * @param reference tag or digest
     * @return the manifest
     */
    public Manifest get(RepositoryName repository, Reference reference) {
        return fetch(repository, reference, null).orElseThrow();
    }

    /**
     * Reads a manifest unless it is the known one.
     *
     * @param repository the repository
     * @param reference tag or digest
     * @param known the digest that is known
     * @return the manifest, or empty
     */
    public Optional<Manifest> getIfChanged(RepositoryName repository, Reference reference, Digest known) {
        return fetch(repository, reference, known);
    }

    /**
     * Whether this client has read a manifest of this digest from this repository, not too many others ago.
     *
     * @param repository the repository
     * @param digest the digest
     * @return true if it certainly was a manifest there
     */
    boolean hasRead(RepositoryName repository, Digest digest) {
        return read.contains(repository, digest);
    }

    /**
     * Reads an image's configuration.
     *
     * @param repository the repository
     * @param image the image
     * @return its configuration, checked against its digest
     */
    public ImageConfig getConfig(RepositoryName repository, Manifest image) {
        Descriptor config = image.config()
                .orElseThrow(() -> new InvalidInputException("no configuration in " + image
                        + ": of an index ask its children, schema 1 and artifact manifests have none"));
        byte[] bytes = blobs.readConfig(repository, config.digest());
        try {
            return ImageConfig.parse(bytes);
        } catch (MalformedDocumentException e) {
            throw blobs.request(repository, config.digest()).invalidAnswer(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Stores a manifest.
     *
     * @param repository the repository
     * @param reference a tag, or the manifest's digest
     * @param manifest the manifest
     * @return its digest
     */
    public Digest put(RepositoryName repository, Reference reference, Manifest manifest) {
        if (reference instanceof Digest && !reference.equals(manifest.digest())) {
            throw new InvalidInputException("a manifest is stored under a tag or its own digest " + manifest.digest()
                    + ", not under " + reference);
        }
        return new ManifestPut(addresses, repository, reference, manifest).send(caller);
    }

    private Optional<Manifest> fetch(RepositoryName repository, Reference reference, @Nullable Digest known) {
        Deadline deadline = caller.deadline(Patience.NORMAL);
        Optional<Manifest> manifest = new ManifestGet(addresses, repository, reference, known).send(caller, deadline);
        manifest.ifPresent(found -> {
            if (found.kind() == Manifest.Kind.SCHEMA1 && !reference.equals(found.digest())) {
                confirm(repository, found, deadline);
            }
            read.add(repository, found.digest());
        });
        return manifest;
    }

    /** A schema 1 digest cannot be computed from the bytes: it counts once the registry knows the manifest by it. */
    private void confirm(RepositoryName repository, Manifest schema1, Deadline deadline) {
        ManifestGet again = new ManifestGet(addresses, repository, schema1.digest(), null);
        Manifest second = again.send(caller, deadline).orElseThrow();
        if (second.kind() != Manifest.Kind.SCHEMA1) {
            throw again.request()
                    .invalidAnswer("the registry gives another kind of manifest by its digest than by its tag", null);
        }
    }
}
