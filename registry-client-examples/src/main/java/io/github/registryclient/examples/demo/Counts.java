package io.github.registryclient.examples.demo;

import java.util.Locale;

/** Numbers as people write them. */
final class Counts {
    private Counts() {}

    static String of(long number, String one) {
        return of(number, one, one + "s");
    }

    static String of(long number, String one, String many) {
        return grouped(number) + " " + (number == 1 ? one : many);
    }

    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
