package io.github.registryclient.cleanup.judge;

import io.github.registryclient.internal.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** The place that a manifest has among those that a rule's other conditions left. Immutable. */
@Value.Immutable
@ValueStyle
public abstract class Rank {
    Rank() {}

    /**
     * The group.
     *
     * @return the value of the named part of the tag; empty where the rule has one rank over all
     */
    public abstract Optional<String> group();

    /**
     * The place in the group; those that are equal share one.
     *
     * @return from 1, the newest, on; 0 if it is unknown
     */
    public abstract int place();

    /**
     * How many manifests have a place in the group.
     *
     * @return 0 or more
     */
    public abstract int of();

    /**
     * The place of the group among the groups.
     *
     * @return from 1 on; 0 if it is unknown
     */
    public abstract int groupPlace();

    /**
     * A rank.
     *
     * @param group the group, if there are groups
     * @param place the place in it
     * @param of of how many
     * @param groupPlace the place of the group
     * @return the rank
     */
    public static Rank of(Optional<String> group, int place, int of, int groupPlace) {
        return ImmutableRank.builder()
                .group(group)
                .place(place)
                .of(of)
                .groupPlace(groupPlace)
                .build();
    }

    /** The place for people. */
    @Override
    public final String toString() {
        return (place() > 0 ? "place " + place() + " of " + of() : "no place among " + of())
                + group().map(name -> " in group \"" + name + "\"").orElse("")
                + (group().isPresent() && groupPlace() > 0 ? ", which is group " + groupPlace() : "");
    }
}
