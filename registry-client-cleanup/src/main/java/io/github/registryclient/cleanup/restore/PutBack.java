package io.github.registryclient.cleanup.restore;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.cleanup.journal.Lease;
import io.github.registryclient.cleanup.journal.RunLog;
import io.github.registryclient.cleanup.read.Presence;
import io.github.registryclient.error.RegistryException;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;

/**
 * Puts manifests and tags back as they were, with what they need, and never over what somebody else has pushed since. Doing it
 * twice changes nothing. Thread-safe, for one thread a repository.
 */
public final class PutBack {
    private final RegistryClient client;
    private final Kept kept;
    private final RunLog log;
    private final Lease lease;
    private final Clock clock;
    private final BlobProof blobs;

    /**
     * Puts back what journals have.
     *
     * @param client the registry
     * @param kept usually all journals of the registry, newest first
     * @param log where it is written down
     * @param lease asked before each PUT
     * @param clock what time it is
     */
    public PutBack(RegistryClient client, Kept kept, RunLog log, Lease lease, Clock clock) {
        this.client = client;
        this.kept = kept;
        this.log = log;
        this.lease = lease;
        this.clock = clock;
        this.blobs = new BlobProof(client);
    }

    /**
     * Puts one manifest back and the tags that are free.
     *
     * @param repository where
     * @param digest what
     * @param tags under which tags; none to have it there by its digest only
     * @return what became of it; a failure of the registry is part of it
     * @throws RegistryException only if nothing more may or can be done: the journal cannot be written, the lease is lost, the
     *     thread was interrupted, or the client closed
     */
    public Restored restore(RepositoryName repository, Digest digest, Collection<Tag> tags) {
        try {
            Optional<Manifest> manifest = kept.manifest(digest);
            return manifest.isPresent()
                    ? restoring(repository, manifest.get()).run(tags)
                    : Restored.impossible(new Gone(digest, "no journal of this registry has the manifest " + digest));
        } catch (RegistryException e) {
            return failed(e);
        }
    }

    private Restoring restoring(RepositoryName repository, Manifest manifest) {
        Presence present = new Presence(client, repository);
        return new Restoring(
                manifest,
                present,
                new Putting(client, lease, repository),
                new Needs(repository, present, blobs, kept),
                new PutLog(log, clock, repository));
    }

    /** What ends the whole run is passed on. */
    static Restored failed(RegistryException e) {
        if (RunEnds.isOne(e)) {
            throw e;
        }
        return Restored.failed(String.valueOf(e.getMessage()));
    }
}
