package io.github.registryclient.testkit.registry.store;

import java.math.BigInteger;
import java.util.Locale;

/**
 * A tag as a file's name: tags tell {@code A} from {@code a}, many file systems do not. So it is written in lower case, and behind
 * an exclamation mark stands which characters are upper case; no tag has one.
 */
final class FileName {
    private static final int RADIX = 32;

    private FileName() {}

    static String of(String tag) {
        BigInteger upper = BigInteger.ZERO;
        for (int i = 0; i < tag.length(); i++) {
            if (Character.isUpperCase(tag.charAt(i))) {
                upper = upper.setBit(i);
            }
        }
        String lower = tag.toLowerCase(Locale.ROOT);
        return upper.signum() == 0 ? lower : lower + "!" + upper.toString(RADIX);
    }

    static String toTag(String name) {
        int mark = name.indexOf('!');
        if (mark < 0) {
            return name;
        }
        BigInteger upper = new BigInteger(name.substring(mark + 1), RADIX);
        StringBuilder tag = new StringBuilder(name.substring(0, mark));
        for (int i = 0; i < tag.length(); i++) {
            if (upper.testBit(i)) {
                tag.setCharAt(i, Character.toUpperCase(tag.charAt(i)));
            }
        }
        return tag.toString();
    }
}
