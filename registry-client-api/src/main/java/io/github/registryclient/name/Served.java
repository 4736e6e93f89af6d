package io.github.registryclient.name;

import io.github.registryclient.internal.Excerpt;

/** What no name from a server may hold, whatever else it breaks: it could end up in paths, logs and terminals. */
final class Served {
    private Served() {}

    static boolean hasUnsafeCharacter(String text) {
        return text.indexOf('\\') >= 0 || text.codePoints().anyMatch(Excerpt::isUnprintable);
    }
}
