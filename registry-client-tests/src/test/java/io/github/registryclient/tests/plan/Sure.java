package io.github.registryclient.tests.plan;

/** What is known of a condition. */
enum Sure {
    NO,
    UNKNOWN,
    YES;

    static Sure of(boolean holds) {
        return holds ? YES : NO;
    }

    Sure and(Sure other) {
        return compareTo(other) < 0 ? this : other;
    }

    Sure or(Sure other) {
        return compareTo(other) > 0 ? this : other;
    }
}
