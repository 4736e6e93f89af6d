package io.github.registryclient.auth;

import io.github.registryclient.error.InvalidInputException;
import java.util.Locale;
import java.util.Set;

/** What a header with a secret may be called, and hold. */
final class ExtraHeader {
    /** The JDK's client refuses them (some only on Java 11), or this client sets them itself. */
    private static final Set<String> TAKEN = Set.of(
            "accept",
            "accept-encoding",
            "authorization",
            "connection",
            "content-length",
            "content-type",
            "cookie",
            "date",
            "expect",
            "from",
            "host",
            "if-none-match",
            "keep-alive",
            "origin",
            "proxy-authorization",
            "range",
            "referer",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "user-agent",
            "via",
            "warning");

    private ExtraHeader() {}

    /** Refuses what cannot be sent, or has a name that is not free. */
    static void require(String name, String value) {
        if (!name.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}")) {
            throw InvalidInputException.of("header name", name, "expected letters, digits and -");
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (TAKEN.contains(lower) || lower.startsWith("proxy-")) { // the JDK gives those to the proxy
            throw InvalidInputException.of(
                    "header name", name, "it belongs to HTTP or to this client; credentials go to credentials(...)");
        }
        if (!value.matches("[\\x21-\\x7e](?:[\\x20-\\x7e]{0,8190}[\\x21-\\x7e])?")) {
            throw new InvalidInputException("invalid value of the header " + name
                    + ": expected 1 to 8192 printable ASCII characters, no space at an end");
        }
    }
}
