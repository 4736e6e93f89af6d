package io.github.registryclient.testkit.traffic;

import io.github.registryclient.testkit.text.Glob;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which requests are meant: a method and a path, in which {@code *} stands for anything but a slash and {@code **} for anything,
 * and, where wanted, query parameters and headers. Immutable.
 *
 * <pre>{@code
 * get("/v2/team/app/tags/list")            // of one repository
 * delete("/v2/**")                          // anywhere
 * any("/v2/**").withoutHeader("Authorization")
 * }</pre>
 */
public final class RequestPattern {
    private static final String ANY = "any";

    private final String method;
    private final Glob path;
    private final List<Condition> conditions;

    private RequestPattern(String method, Glob path, List<Condition> conditions) {
        this.method = method;
        this.path = path;
        this.conditions = conditions;
    }

    /**
     * Requests of a method.
     *
     * @param method such as {@code GET}; methods know case
     * @param path as sent, not decoded, without query; {@code *} and {@code **} stand for other text
     * @return a new pattern
     * @throws IllegalArgumentException if the path has a question mark, since the query is matched by {@link #withQuery}, or holds
     *     a JSON web token, which is shown as {@code ***}
     */
    public static RequestPattern request(String method, String path) {
        if (path.indexOf('?') >= 0) {
            throw new IllegalArgumentException(
                    "a pattern's path has no query: '" + path + "'; say withQuery(name, value)");
        }
        if (!path.startsWith("/") && !path.startsWith("*")) {
            throw new IllegalArgumentException("a pattern's path begins with '/' or '*': '" + path + "'");
        }
        Glob glob = Glob.ofPath(path);
        if (!glob.matches(Secrets.withoutTokens(path))) {
            throw new IllegalArgumentException(
                    "a path is kept without tokens, so this one would match no request: write "
                            + Secrets.withoutTokens(path).replace(Secrets.MASK, "*"));
        }
        return new RequestPattern(method, glob, List.of());
    }

    /**
     * GET requests.
     *
     * @param path as {@link #request} has it
     * @return a new pattern
     */
    public static RequestPattern get(String path) {
        return request("GET", path);
    }

    /**
     * HEAD requests.
     *
     * @param path as {@link #request} has it
     * @return a new pattern
     */
    public static RequestPattern head(String path) {
        return request("HEAD", path);
    }

    /**
     * PUT requests.
     *
     * @param path as {@link #request} has it
     * @return a new pattern
     */
    public static RequestPattern put(String path) {
        return request("PUT", path);
    }

    /**
     * POST requests.
     *
     * @param path as {@link #request} has it
     * @return a new pattern
     */
    public static RequestPattern post(String path) {
        return request("POST", path);
    }

    /**
     * PATCH requests.
     *
     * @param path as {@link #request} has it
     * @return a new pattern
     */
    public static RequestPattern patch(String path) {
        return request("PATCH", path);
    }

    /**
     * DELETE requests.
     *
     * @param path as {@link #request} has it
     * @return a new pattern
     */
    public static RequestPattern delete(String path) {
        return request("DELETE", path);
    }

    /**
     * Requests of every method.
     *
     * @param path as {@link #request} has it
     * @return a new pattern
     */
    public static RequestPattern any(String path) {
        return request(ANY, path);
    }

    /**
     * Only those with a header.
     *
     * @param name in any case
     * @return a new pattern
     */
    public RequestPattern withHeader(String name) {
        return and("with header " + name, request -> request.header(name).isPresent());
    }

    /**
     * Only those of which a header has a value. Secrets are not kept and cannot be compared: what is asked for is what a
     * {@link LoggedRequest} shows, so {@code withHeader("Authorization", "Basic *")} means any user.
     *
     * @param name in any case
     * @param value {@code *} stands for anything
     * @return a new pattern
     * @throws IllegalArgumentException if the value holds a secret, so that no request would ever match; the message says what to
     *     write
     */
    public RequestPattern withHeader(String name, String value) {
        Glob glob = Glob.ofValue(value);
        if (!Secrets.canShow(name, glob)) {
            throw unseen("header " + name, "withHeader", name, Secrets.header(name, value));
        }
        return and(
                "with header " + name + ": " + value,
                request ->
                        request.headers().getOrDefault(name, List.of()).stream().anyMatch(glob::matches));
    }

    /**
     * Only those without a header.
     *
     * @param name in any case
     * @return a new pattern
     */
    public RequestPattern withoutHeader(String name) {
        return and("without header " + name, request -> request.header(name).isEmpty());
    }

    /**
     * Only those of which a query parameter has a value. Secrets are not kept and cannot be compared, as with
     * {@link #withHeader(String, String)}.
     *
     * @param name decoded
     * @param value decoded; {@code *} stands for anything
     * @return a new pattern
     * @throws IllegalArgumentException if the value holds a secret, so that no request would ever match; the message says what to
     *     write
     */
    public RequestPattern withQuery(String name, String value) {
        Glob glob = Glob.ofValue(value);
        String shown = Secrets.parameter(name, value);
        if (!glob.matches(shown)) {
            throw unseen("query parameter " + name, "withQuery", name, shown);
        }
        return and(
                "with query " + name + "=" + value,
                request -> request.query(name).filter(glob::matches).isPresent());
    }

    /**
     * Only those without a query parameter.
     *
     * @param name decoded
     * @return a new pattern
     */
    public RequestPattern withoutQuery(String name) {
        return and("without query " + name, request -> request.query(name).isEmpty());
    }

    /** The value is not repeated: it is a secret. */
    private static IllegalArgumentException unseen(String what, String method, String name, String shown) {
        return new IllegalArgumentException("the secret in " + what + " is kept as '" + shown
                + "', so this pattern would match no request: write " + method + "(\"" + name + "\", \""
                + shown.replace(Secrets.MASK, "*") + "\")");
    }

    private RequestPattern and(String text, Predicate<LoggedRequest> test) {
        List<Condition> more = new ArrayList<>(conditions);
        more.add(new Condition(text, test));
        return new RequestPattern(method, path, List.copyOf(more));
    }

    /**
     * Whether a request is meant.
     *
     * @param request to be looked at
     * @return whether all that was said holds for it
     */
    public boolean matches(LoggedRequest request) {
        return (method.equals(ANY) || method.equals(request.method()))
                && path.matches(request.path())
                && conditions.stream().allMatch(condition -> condition.test.test(request));
    }

    /**
     * The pattern as it was said, for people.
     *
     * @return such as {@code GET /v2/team/app/tags/list with query n=5}
     */
    @Override
    public String toString() {
        String start = method + " " + path;
        return conditions.stream()
                .map(condition -> condition.text)
                .reduce(start, (all, next) -> all + (all.equals(start) ? " " : " and ") + next);
    }

    private static final class Condition {
        private final String text;
        private final Predicate<LoggedRequest> test;

        private Condition(String text, Predicate<LoggedRequest> test) {
            this.text = text;
            this.test = test;
        }
    }
}
