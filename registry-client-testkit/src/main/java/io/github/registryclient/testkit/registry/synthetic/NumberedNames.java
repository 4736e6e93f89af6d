package io.github.registryclient.testkit.registry.synthetic;

import java.util.BitSet;
import java.util.OptionalInt;

/**
 * The names {@code <prefix>0000000}, {@code <prefix>0000001}, …, of which some are hidden: a bit each, where other names would be
 * texts. Not thread-safe.
 */
public final class NumberedNames {
    /** More would need another digit, and then their order would no longer be that of the numbers. */
    public static final int MOST = 10_000_000;

    private static final int DIGITS = 7;

    private final String prefix;
    private final int count;
    private final BitSet hidden = new BitSet();

    /** As many names, from 0 on. */
    public NumberedNames(String prefix, int count) {
        this.prefix = prefix;
        this.count = count;
    }

    /** The name of a number, whether it is one of these or not. */
    public static String name(String prefix, int number) {
        String digits = Integer.toString(MOST + number);
        return prefix + digits.substring(digits.length() - DIGITS);
    }

    String name(int number) {
        return name(prefix, number);
    }

    /** The number of a name that is not hidden. */
    public OptionalInt number(String name) {
        OptionalInt number = anyNumber(name);
        return number.isPresent() && hidden.get(number.getAsInt()) ? OptionalInt.empty() : number;
    }

    boolean has(String name) {
        return anyNumber(name).isPresent();
    }

    private OptionalInt anyNumber(String name) {
        int length = prefix.length() + DIGITS;
        if (name.length() != length || !name.startsWith(prefix)) {
            return OptionalInt.empty();
        }
        int number = 0;
        for (int i = prefix.length(); i < length; i++) {
            int digit = name.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return OptionalInt.empty();
            }
            number = 10 * number + digit;
        }
        return number < count ? OptionalInt.of(number) : OptionalInt.empty();
    }

    /** Hides a name, if it is one of these. */
    public void hide(String name) {
        anyNumber(name).ifPresent(hidden::set);
    }

    void hideEach(int first, int step) {
        for (int number = first; number < count; number += step) {
            hidden.set(number);
        }
    }

    /** How many are not hidden. */
    public int visible() {
        return count - hidden.cardinality();
    }

    /** Those not hidden that come behind some text, in order; does not change when more are hidden. */
    public NumberedSlice after(String text) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (name(middle).compareTo(text) > 0) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return new NumberedSlice(this, low, count, hidden.get(low, count));
    }
}
