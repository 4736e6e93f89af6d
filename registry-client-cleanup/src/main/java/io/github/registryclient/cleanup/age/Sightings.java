package io.github.registryclient.cleanup.age;

import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.time.Instant;
import java.util.Optional;

/** What the ledger of earlier runs, with this one, knows of first sights. */
public interface Sightings {
    /** No ledger. */
    Sightings NONE = new Sightings() {
        @Override
        public Optional<Instant> began() {
            return Optional.empty();
        }

        @Override
        public boolean isUntrusted() {
            return false;
        }

        @Override
        public Optional<FirstSight> firstSight(RepositoryName repository, Tag tag, Digest digest) {
            return Optional.empty();
        }

        @Override
        public Optional<FirstSight> firstSight(RepositoryName repository, Digest digest) {
            return Optional.empty();
        }
    };

    /**
     * When the ledger began.
     *
     * @return empty if there is none
     */
    Optional<Instant> began();

    /**
     * Whether it stands in for one that was lost and is not old enough yet: it does not know which untagged indexes there are.
     *
     * @return true if so
     */
    boolean isUntrusted();

    /**
     * The first sight of a manifest under a tag.
     *
     * @param repository the repository
     * @param tag the tag
     * @param digest the manifest
     * @return empty if it was never seen there
     */
    Optional<FirstSight> firstSight(RepositoryName repository, Tag tag, Digest digest);

    /**
     * When a manifest that earlier runs knew was first seen with nothing that leads to it: no tag, and no index.
     *
     * @param repository the repository
     * @param digest the manifest
     * @return empty if it was never seen so
     */
    Optional<FirstSight> firstSight(RepositoryName repository, Digest digest);
}
