package io.github.registryclient.testkit.http;

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
}
