package io.github.registryclient.http.internal.listing;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code n} in a page's query; everything else in it is the server's business. */
public final class PageQuery {
    private static final Pattern SIZE = Pattern.compile("(?<=^|&)n=(\\d{1,9})(?=&|$)");

    private static final int DEFAULT = 100;

    private PageQuery() {}

    static String ofSize(int size) {
        return "n=" + size;
    }

    static OptionalInt size(String query) {
        Matcher matcher = SIZE.matcher(query);
        return matcher.find() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }

    /**
     * The same query with another page size.
     *
     * @param query raw query
     * @return the query asking for one entry less, or for two if that cannot be
     */
    public static String withOtherSize(String query) {
        return withOtherSize(query, Integer.MAX_VALUE);
    }

    /** The same query with a size that lets a page end before the entry that it ended with. */
    static String withOtherSize(String query, int served) {
        OptionalInt asked = size(query);
        int size = Math.min(asked.orElse(DEFAULT), served);
        String other = ofSize(size > 1 ? size - 1 : 2);
        return asked.isPresent()
                ? SIZE.matcher(query).replaceFirst(other)
                : query + (query.isEmpty() ? "" : "&") + other;
    }
}
