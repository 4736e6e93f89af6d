package io.github.registryclient.benchmarks.server;

import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;

/** A million tags: in one answer without pages, as distribution 2.8 gives them, and in a thousand pages, as 3.x does. */
public final class MillionTags {
    /** How many tags. */
    public static final int COUNT = 1_000_000;
    /** How many tags a page has. */
    public static final int PAGE = 1000;
    /** The repository that gives all at once. */
    public static final RepositoryName UNPAGED = RepositoryName.of("team/unpaged");
    /** The repository that gives a page at a time. */
    public static final RepositoryName PAGED = RepositoryName.of("team/paged");

    private static final String JSON = "Content-Type: application/json; charset=utf-8\r\n";

    private MillionTags() {}

    /**
     * One of the tags.
     *
     * @param index 0 to {@link #COUNT} - 1
     * @return the tag
     */
    public static Tag tag(int index) {
        return Tag.of(name(index));
    }

    /**
     * Adds the one answer of some 29 MB.
     *
     * @param answers the set to add it to
     */
    public static void addUnpaged(CannedAnswers answers) {
        answers.put("GET", target(UNPAGED), JSON, body(UNPAGED, 0, COUNT));
    }

    /**
     * Adds the pages, each with a {@code Link} to the next, and the empty one behind the last, as distribution sends them.
     *
     * @param answers the set to add them to
     */
    public static void addPaged(CannedAnswers answers) {
        String query = "?n=" + PAGE;
        for (int from = 0; from < COUNT; from += PAGE) {
            String next = "?last=" + name(from + PAGE - 1) + "&n=" + PAGE;
            String link = "Link: <" + target(PAGED) + next + ">; rel=\"next\"\r\n";
            answers.put("GET", target(PAGED) + query, JSON + link, body(PAGED, from, from + PAGE));
            query = next;
        }
        answers.put("GET", target(PAGED) + query, JSON, body(PAGED, COUNT, COUNT));
    }

    private static String body(RepositoryName repository, int from, int to) {
        StringBuilder body = new StringBuilder((to - from) * 32);
        body.append("{\"name\":\"").append(repository).append("\",\"tags\":[");
        for (int index = from; index < to; index++) {
            body.append(index == from ? "\"" : ",\"").append(name(index)).append('"');
        }
        return body.append("]}\n").toString();
    }

    private static String target(RepositoryName repository) {
        return "/v2/" + repository + "/tags/list";
    }

    private static String name(int index) {
        return "1.0." + index + "-201806041925053";
    }
}
