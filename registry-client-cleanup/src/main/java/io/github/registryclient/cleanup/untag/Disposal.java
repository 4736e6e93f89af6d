package io.github.registryclient.cleanup.untag;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.cleanup.journal.Lease;
import io.github.registryclient.cleanup.read.Presence;
import io.github.registryclient.cleanup.restore.RunEnds;
import io.github.registryclient.error.RegistryException;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;

/** Deletes a throw-away that has no tag. */
final class Disposal {
    private Disposal() {}

    /** Whether it is still there afterwards, or that cannot be told. */
    static boolean isLeft(RegistryClient client, Lease lease, RepositoryName repository, Digest throwAway) {
        Presence present = new Presence(client, repository);
        try {
            if (present.digest(throwAway).isEmpty()) {
                return false;
            }
            lease.require();
            client.deleteManifest(repository, throwAway);
            return present.digest(throwAway).isPresent();
        } catch (RegistryException e) {
            if (RunEnds.isOne(e)) {
                throw e;
            }
            return true;
        }
    }
}
