package io.github.registryclient.cleanup.store;

import io.github.registryclient.cleanup.age.FirstSight;
import io.github.registryclient.internal.ValueStyle;
import io.github.registryclient.name.Digest;
import org.immutables.value.Value;

/** A manifest under a tag, and when it was first seen there. Immutable. */
@Value.Immutable
@ValueStyle
public abstract class Sighting {
    Sighting() {}

    /**
     * The manifest.
     *
     * @return its digest
     */
    public abstract Digest digest();

    /**
     * When it was first seen there.
     *
     * @return the time, and whether the ledger began then
     */
    public abstract FirstSight first();

    /**
     * A sighting.
     *
     * @param digest the manifest
     * @param first when it was first seen
     * @return the sighting
     */
    public static Sighting of(Digest digest, FirstSight first) {
        return ImmutableSighting.builder().digest(digest).first(first).build();
    }
}
