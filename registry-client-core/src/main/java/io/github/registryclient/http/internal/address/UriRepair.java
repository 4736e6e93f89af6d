package io.github.registryclient.http.internal.address;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads addresses as servers send them: what a URI may not hold is percent-encoded, everything else stays byte for byte. */
public final class UriRepair {
    private static final Pattern NOT_ASCII = Pattern.compile("[^\\x00-\\x7f]");
    private static final int MAX_LENGTH = 16 << 10;

    private UriRepair() {}

    /** Reads an address or a relative reference as the server sent it; empty if it cannot be one. */
    static Optional<URI> parse(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        return address(text).or(() -> address(PercentEncoding.ofIllegal(text)));
    }

    /**
     * The value of a header that holds an address. The characters of a header are its bytes, on Java 11 even with their sign;
     * those beyond ASCII are escaped, so that they go back as the bytes that they were.
     *
     * @param value as the JDK's client gives it
     * @return ASCII only
     */
    public static String ofHeader(String value) {
        return NOT_ASCII
                .matcher(value)
                .replaceAll(raw -> PercentEncoding.of(raw.group().charAt(0)));
    }

    /**
     * Where a reference leads, without its fragment, which is not sent. The JDK resolves as RFC 2396 did, where a reference that
     * is only a query loses the last segment of the path.
     *
     * @param base an absolute address
     * @param reference absolute or relative, as the server sent it
     * @return an absolute address, or empty if it cannot be one
     */
    public static Optional<URI> resolve(URI base, String reference) {
        return parse(reference).flatMap(sent -> resolveSent(base, withoutFragment(sent)));
    }

    private static Optional<URI> resolveSent(URI base, String text) {
        if (text.isEmpty() || text.startsWith("?")) {
            String start = withoutFragment(base);
            int query = start.indexOf('?');
            boolean keepsQuery = text.isEmpty() || query < 0;
            return address((keepsQuery ? start : start.substring(0, query)) + text);
        }
        return address(text).map(base::resolve); // "//#x" is an address, "//" is none
    }

    private static String withoutFragment(URI uri) {
        String text = uri.toString();
        int fragment = text.indexOf('#');
        return fragment < 0 ? text : text.substring(0, fragment);
    }

    private static Optional<URI> address(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException hopeless) {
            return Optional.empty();
        }
    }
}
