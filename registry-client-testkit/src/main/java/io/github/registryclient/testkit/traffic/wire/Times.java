package io.github.registryclient.testkit.traffic.wire;

/** How many requests a line takes, and which. Immutable. */
final class Times {
    private enum Kind {
        COUNT,
        ALWAYS,
        NTH
    }

    private static final int TEEN_FROM = 11;
    private static final int TEEN_TO = 13;

    private final Kind kind;
    private final int number;

    private Times(Kind kind, int number) {
        if (number < 1) {
            throw new IllegalArgumentException("no number of requests: " + number);
        }
        this.kind = kind;
        this.number = number;
    }

    static Times count(int count) {
        return new Times(Kind.COUNT, count);
    }

    static Times always() {
        return new Times(Kind.ALWAYS, 1);
    }

    static Times nth(int position) {
        return new Times(Kind.NTH, position);
    }

    /** Whether a request is taken that comes after so many that matched. */
    boolean takes(long seen) {
        switch (kind) {
            case COUNT:
                return seen < number;
            case NTH:
                return seen == number - 1;
            default:
                return true;
        }
    }

    /** How many are missing if so many matched. */
    long missing(long seen) {
        return kind == Kind.ALWAYS ? 0 : Math.max(0, number - seen);
    }

    /** How many are taken of so many that matched. */
    private long taken(long seen) {
        switch (kind) {
            case COUNT:
                return Math.min(seen, number);
            case NTH:
                return seen < number ? 0 : 1;
            default:
                return seen;
        }
    }

    /** What came, in words, if so many matched; those that were not taken went on to the next lines. */
    String cameText(long seen) {
        boolean tooMany = missing(seen) == 0 && taken(seen) < seen;
        return tooMany ? "matched " + seen + " requests, took " + taken(seen) : "came " + text(seen);
    }

    /** What is missing, in words, if so many matched. */
    String missingText(long seen) {
        return kind == Kind.NTH ? "the " + ordinal(number) + " is missing" : missing(seen) + " missing";
    }

    /** Such as {@code 2 times}. */
    @Override
    public String toString() {
        switch (kind) {
            case COUNT:
                return text(number);
            case NTH:
                return "the " + ordinal(number) + " only";
            default:
                return "always";
        }
    }

    /** Such as {@code 1 time}. */
    static String text(long count) {
        return count + (count == 1 ? " time" : " times");
    }

    private static String ordinal(int number) {
        int teen = number % 100;
        int digit = teen >= TEEN_FROM && teen <= TEEN_TO ? 0 : number % 10;
        return number + (digit == 1 ? "st" : digit == 2 ? "nd" : digit == 3 ? "rd" : "th");
    }
}
