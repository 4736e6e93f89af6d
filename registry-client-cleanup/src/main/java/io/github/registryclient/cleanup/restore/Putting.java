package io.github.registryclient.cleanup.restore;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.cleanup.journal.Lease;
import io.github.registryclient.error.InvalidResponseException;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.util.Arrays;
import java.util.Optional;

/** Puts into one repository, and believes it only when it was read back. */
final class Putting {
    private final RegistryClient client;
    private final Lease lease;
    private final RepositoryName repository;
    private final Present present;

    Putting(RegistryClient client, Lease lease, RepositoryName repository, Present present) {
        this.client = client;
        this.lease = lease;
        this.repository = repository;
        this.present = present;
    }

    /** By digest: it moves no tag. */
    void put(Manifest manifest) {
        lease.require();
        client.putManifest(repository, manifest.digest(), manifest);
        Optional<Manifest> back = present.manifest(manifest.digest());
        if (back.isEmpty() || !isSame(back.get(), manifest)) {
            throw unlike("the manifest " + manifest.digest());
        }
    }

    /** Only if the tag still shows what was seen there, or nothing. Empty if it does not, so that nothing was put. */
    Optional<Manifest> put(Tag tag, Manifest manifest, Optional<Digest> expected) {
        lease.require();
        if (!present.digest(tag).equals(expected)) {
            return Optional.empty();
        }
        client.putManifest(repository, tag, manifest);
        Optional<Manifest> back = present.manifest(tag);
        boolean spoilt =
                back.isPresent() && back.get().digest().equals(manifest.digest()) && !isSame(back.get(), manifest);
        if (back.isEmpty() || spoilt) {
            throw unlike("the tag " + tag);
        }
        return back;
    }

    private static boolean isSame(Manifest one, Manifest other) {
        return one.mediaType().equals(other.mediaType()) && Arrays.equals(one.bytes(), other.bytes());
    }

    private InvalidResponseException unlike(String what) {
        return new InvalidResponseException(
                "GET",
                client.registry() + "/v2/" + repository + "/manifests/",
                "the registry took " + what + " and does not show the same bytes now; look at its storage",
                null);
    }
}
