package io.github.registryclient.cleanup.restore;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.cleanup.journal.Lease;
import io.github.registryclient.cleanup.read.Presence;
import io.github.registryclient.error.InvalidResponseException;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.util.Arrays;
import java.util.Optional;

/** Puts into one repository, and believes it only when it was read back. */
public final class Putting {
    private final RegistryClient client;
    private final Lease lease;
    private final RepositoryName repository;
    private final Presence present;

    /**
     * Puts into one repository.
     *
     * @param client the registry
     * @param lease asked before each PUT
     * @param repository the repository
     */
    public Putting(RegistryClient client, Lease lease, RepositoryName repository) {
        this.client = client;
        this.lease = lease;
        this.repository = repository;
        this.present = new Presence(client, repository);
    }

    /**
     * Puts by digest, which moves no tag.
     *
     * @param manifest the manifest
     * @throws io.github.registryclient.error.RegistryException if it was not put, or does not read back byte for byte
     */
    public void put(Manifest manifest) {
        lease.require();
        client.putManifest(repository, manifest.digest(), manifest);
        Optional<Manifest> back = present.manifest(manifest.digest());
        if (back.isEmpty() || !isSame(back.get(), manifest)) {
            throw unlike("the manifest " + manifest.digest());
        }
    }

    /**
     * Puts under a tag, only if that still shows what was seen there.
     *
     * @param tag the tag
     * @param manifest the manifest
     * @param expected what was seen there; empty for nothing
     * @return what the tag shows afterwards, which is something else if somebody pushed at the same time; empty if it did not show
     *     what was expected, so that nothing was put
     * @throws io.github.registryclient.error.RegistryException if it was not put, or does not read back byte for byte
     */
    public Optional<Manifest> put(Tag tag, Manifest manifest, Optional<Digest> expected) {
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
