package io.github.registryclient.cleanup.age;

import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.time.Instant;
import java.util.Optional;

/**
 * Another source of ages, such as a data base of pushes or a registry's own API. Called by one thread at a time, once for each tag
 * and for each manifest without tags that a rule may choose.
 */
public interface AgeSource {
    /**
     * What policies and explanations call it.
     *
     * @return {@code x-} and a name
     */
    String name();

    /**
     * When this manifest came under this tag.
     *
     * @param repository the repository
     * @param tag the tag; empty for a manifest without one
     * @param digest the manifest
     * @return empty if this source does not know; an exception makes the age unknown, so the manifest stays
     */
    Optional<Instant> time(RepositoryName repository, Optional<Tag> tag, Digest digest);
}
