package io.github.registryclient.examples.demo;

/** What the policy says of one tag, and why. */
final class Verdict {
    private final boolean goes;
    private final String reason;

    private Verdict(boolean goes, String reason) {
        this.goes = goes;
        this.reason = reason;
    }

    static Verdict keep(String reason) {
        return new Verdict(false, reason);
    }

    static Verdict delete(String reason) {
        return new Verdict(true, reason);
    }

    boolean goes() {
        return goes;
    }

    String reason() {
        return reason;
    }
}
