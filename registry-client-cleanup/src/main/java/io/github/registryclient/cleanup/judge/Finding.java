package io.github.registryclient.cleanup.judge;

/** Whether a condition holds, and what to tell of it. */
final class Finding {
    static final Finding YES = new Finding(Truth.YES, "");
    static final Finding NO = new Finding(Truth.NO, "");

    private final Truth truth;
    private final String note;

    private Finding(Truth truth, String note) {
        this.truth = truth;
        this.note = note;
    }

    static Finding of(boolean holds) {
        return holds ? YES : NO;
    }

    static Finding of(Truth truth, String note) {
        return new Finding(truth, note);
    }

    static Finding unknown(String note) {
        return new Finding(Truth.UNKNOWN, note);
    }

    Truth truth() {
        return truth;
    }

    /** Empty if there is nothing to tell. */
    String note() {
        return note;
    }

    /** The weaker of the two, with its note. */
    Finding and(Finding other) {
        return truth.compareTo(other.truth) <= 0 ? this : other;
    }
}
