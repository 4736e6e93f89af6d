package io.github.registryclient.cleanup.untag;

import io.github.registryclient.Capabilities.Deletion;
import io.github.registryclient.RegistryClient;
import io.github.registryclient.cleanup.journal.Lease;
import io.github.registryclient.cleanup.read.Presence;
import io.github.registryclient.cleanup.restore.Putting;
import io.github.registryclient.cleanup.restore.RunEnds;
import io.github.registryclient.error.RegistryException;
import io.github.registryclient.name.RepositoryName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Deletes an untagged throw-away, so that it is known that and how fast one goes before a tag is touched. */
final class Proving {
    private final RegistryClient client;
    private final Lease lease;
    private final Clock clock;
    private final ThrowLog log;
    private final Duration limit;

    Proving(RegistryClient client, Lease lease, Clock clock, ThrowLog log, Duration limit) {
        this.client = client;
        this.lease = lease;
        this.clock = clock;
        this.log = log;
        this.limit = limit;
    }

    /** Asked with a digest that nobody has first, so that nothing is left where deletion is off. */
    Proof of(RepositoryName repository, Disposable disposable) {
        int blobs = 0;
        int manifests = 0;
        try {
            Deletion deletion = client.probeCapabilities(repository).deletion();
            if (deletion != Deletion.ENABLED && deletion != Deletion.UNKNOWN) {
                return refused("manifests cannot be deleted here (" + deletion + ")", 0, 0);
            }
            lease.require();
            client.uploadBlob(repository, disposable.config());
            blobs = 1;
            log.announce(repository, disposable.digest());
            manifests = 1;
            new Putting(client, lease, repository).put(disposable.manifest());
            lease.require();
            Instant start = clock.instant();
            client.deleteManifest(repository, disposable.manifest());
            Duration took = Duration.between(start, clock.instant());
            if (new Presence(client, repository).digest(disposable.digest()).isPresent()) {
                return refused("the registry took the deletion of a throw-away and still shows it", blobs, manifests);
            }
            log.isOver(repository, disposable.digest(), List.of(), Optional.empty());
            return took.compareTo(limit) > 0
                    ? refused(
                            "a deletion takes " + took.toMillis()
                                    + " ms here, so long would the tag show an empty image;" + " the limit is "
                                    + limit.toMillis() + " ms",
                            blobs,
                            0)
                    : new Proof(Optional.empty(), blobs, 0);
        } catch (RegistryException e) {
            if (RunEnds.isOne(e)) {
                throw e;
            }
            return refused("a throw-away could not be pushed and deleted: " + e.getMessage(), blobs, manifests);
        }
    }

    private static Proof refused(String why, int blobs, int manifests) {
        return new Proof(Optional.of(why), blobs, manifests);
    }
}
