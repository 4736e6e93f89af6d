package io.github.registryclient.testkit.http;

import java.util.Optional;

/** Where an answer stops, and how. Immutable. */
final class CutPoint {
    /** The part of an answer. */
    enum Place {
        NOWHERE,
        HEAD,
        BODY,
        END
    }

    private final Place place;
    private final long bytes;
    private final Cut cut;

    CutPoint(Place place, long bytes, Cut cut) {
        if (bytes < 0) {
            throw new IllegalArgumentException("no answer is cut after " + bytes + " bytes");
        }
        this.place = place;
        this.bytes = bytes;
        this.cut = cut;
    }

    static CutPoint nowhere() {
        return new CutPoint(Place.NOWHERE, 0, Cut.CLOSE);
    }

    boolean in(Place where) {
        return place == where;
    }

    /** After how many bytes of that place. */
    long bytes() {
        return bytes;
    }

    Cut cut() {
        return cut;
    }

    /** Where and how it stops, in words. */
    Optional<String> describe() {
        switch (place) {
            case HEAD:
                String where = bytes == 0 ? "before the head" : "after " + bytes + " bytes of the head";
                return Optional.of("cut " + where + " (" + cut + ")");
            case BODY:
                return Optional.of("cut after " + bytes + " bytes of the body (" + cut + ")");
            case END:
                return Optional.of("cut at the end (" + cut + ")");
            default:
                return Optional.empty();
        }
    }
}
