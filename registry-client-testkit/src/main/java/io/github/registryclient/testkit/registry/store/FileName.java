package io.github.registryclient.testkit.registry.store;

import java.util.Locale;

/** A tag as a file's name: tags tell {@code A} from {@code a}, many file systems do not. */
final class FileName {
    private static final char UPPER = '!';

    private FileName() {}

    static String of(String tag) {
        StringBuilder name = new StringBuilder();
        for (char c : tag.toCharArray()) {
            if (c >= 'A' && c <= 'Z') {
                name.append(UPPER);
            }
            name.append(c);
        }
        return name.toString().toLowerCase(Locale.ROOT);
    }

    static String toTag(String name) {
        StringBuilder tag = new StringBuilder();
        boolean upper = false;
        for (char c : name.toCharArray()) {
            if (c == UPPER) {
                upper = true;
            } else {
                tag.append(upper ? Character.toUpperCase(c) : c);
                upper = false;
            }
        }
        return tag.toString();
    }
}
