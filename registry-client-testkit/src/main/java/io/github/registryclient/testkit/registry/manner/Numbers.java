package io.github.registryclient.testkit.registry.manner;

import java.math.BigInteger;
import java.util.Optional;

/** The {@code n} of a query, as servers in Go read it. */
final class Numbers {
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);
    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);

    private Numbers() {}

    /** With or without a sign; nothing if it is none, or beyond 64 bits. */
    static Optional<Long> parse(String text) {
        return isInteger(text) ? fitting(new BigInteger(text)) : Optional.empty();
    }

    static boolean isInteger(String text) {
        return text.matches("[+-]?[0-9]+");
    }

    private static Optional<Long> fitting(BigInteger number) {
        boolean fits = number.compareTo(MOST) <= 0 && number.compareTo(LEAST) >= 0;
        return fits ? Optional.of(number.longValue()) : Optional.empty();
    }

    /** What Go makes of it besides an error: 0 of what is none, the end of the range of what is beyond it. */
    static long nearest(String text) {
        if (!isInteger(text)) {
            return 0;
        }
        return new BigInteger(text).min(MOST).max(LEAST).longValue();
    }

    /** The same within other bounds. */
    static long nearest(String text, long least, long most) {
        return Math.max(least, Math.min(most, nearest(text)));
    }
}
