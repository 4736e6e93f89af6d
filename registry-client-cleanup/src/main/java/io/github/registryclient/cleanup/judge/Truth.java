package io.github.registryclient.cleanup.judge;

/** Whether a condition holds. What is unknown keeps: a keep rule takes it for fulfilled, a delete rule for not fulfilled. */
public enum Truth {
    /** It does not hold. */
    NO,

    /** It cannot be told. */
    UNKNOWN,

    /** It holds. */
    YES;

    static Truth of(boolean holds) {
        return holds ? YES : NO;
    }

    /** Both hold. */
    Truth and(Truth other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** One of them holds. */
    Truth or(Truth other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
