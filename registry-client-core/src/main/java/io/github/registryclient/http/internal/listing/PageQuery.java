package io.github.registryclient.http.internal.listing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code n} in a page's query; everything else in it is the server's business. */
public final class PageQuery {
    private static final Pattern SIZE = Pattern.compile("(?<=^|&)n=(\\d{1,9})(?=&|$)");

    private PageQuery() {}

    /** Of the same size, for what follows an entry. */
    static String behind(String query, String entry) {
        return "n=" + size(query).orElseThrow() + "&last=" + URLEncoder.encode(entry, StandardCharsets.UTF_8);
    }

    static String ofSize(int size) {
        return size == 0 ? "" : "n=" + size;
    }

    static OptionalInt size(String query) {
        Matcher matcher = SIZE.matcher(query);
        return matcher.find() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }

    /**
     * The same query with another page size.
     *
     * @param query raw query
     * @return the query asking for one entry less, or for more if that cannot be
     */
    public static String withOtherSize(String query) {
        int size = size(query).orElse(PagedListing.MAX_SIZE);
        int other = size > 1 && size <= PagedListing.MAX_SIZE ? size - 1 : PagedListing.MAX_SIZE;
        String changed = SIZE.matcher(query).replaceFirst("n=" + other);
        boolean hadSize = size(query).isPresent();
        return hadSize ? changed : query + (query.isEmpty() ? "" : "&") + "n=" + other;
    }
}
