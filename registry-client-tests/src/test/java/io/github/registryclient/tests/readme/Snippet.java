package io.github.registryclient.tests.readme;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fenced {@code java} block of a Markdown text and the marker right before it,
 * {@code <!-- snippet: path/File.java#region -->}.
 */
final class Snippet {
    private static final Pattern MARKER = Pattern.compile("<!-- snippet: (\\S+)#(\\S+) -->");
    private static final Pattern FENCE = Pattern.compile(" {0,3}```+ *java\\b.*");

    private final String page;
    final int line;
    final String code;
    final String marker;

    private Snippet(String page, int line, String code, String marker) {
        this.page = page;
        this.line = line;
        this.code = code;
        this.marker = marker;
    }

    /** All blocks of a page, in order. */
    static List<Snippet> of(String page, String markdown) {
        List<String> lines = List.of(markdown.split("\n", -1));
        List<Snippet> found = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            if (FENCE.matcher(lines.get(at)).matches()) {
                int end = at + 1;
                while (end < lines.size() && !lines.get(end).strip().startsWith("```")) {
                    end++;
                }
                String before = at == 0 ? "" : lines.get(at - 1).strip();
                found.add(new Snippet(page, at + 1, Region.normalised(lines.subList(at + 1, end)), before));
                at = end;
            }
            at++;
        }
        return found;
    }

    /** Path of the file that the marker names; empty without a marker. */
    Optional<String> path() {
        return marked().map(matcher -> matcher.group(1));
    }

    /** The region that the marker names; empty without a marker. */
    Optional<String> region() {
        return marked().map(matcher -> matcher.group(2));
    }

    private Optional<Matcher> marked() {
        return Optional.of(MARKER.matcher(marker)).filter(Matcher::matches);
    }

    @Override
    public String toString() {
        return page + ":" + line + " " + marker;
    }
}
