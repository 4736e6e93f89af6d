package io.github.registryclient.testkit.traffic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * A request as it came, without its body and without secrets. Immutable.
 *
 * <p>Of credentials only the scheme is kept, such as {@code Basic ***}, so that a test can see whether some were sent. What
 * sounds like a secret in the name of a header or of a query parameter, or looks like a JSON web token, is {@code ***}.
 */
public final class LoggedRequest {
    private static final int NONE = 0;

    private final String method;
    private final String path;
    private final String query;
    private final Map<String, List<String>> headers;
    private final int status;
    private final String remark;

    private LoggedRequest(
            String method, String path, String query, Map<String, List<String>> headers, int status, String remark) {
        this.method = method;
        this.path = path;
        this.query = query;
        this.headers = headers;
        this.status = status;
        this.remark = remark;
    }

    /**
     * A request that was not answered yet.
     *
     * @param method as sent
     * @param path as sent
     * @param query as sent, after the question mark, or empty; secrets are taken out
     * @param headers as sent; secrets are taken out
     * @return a value without secrets
     */
    public static LoggedRequest of(String method, String path, String query, Map<String, List<String>> headers) {
        Map<String, List<String>> shown = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> {
            List<String> safe = new ArrayList<>(values);
            safe.replaceAll(value -> Secrets.header(name, value));
            shown.put(name, List.copyOf(safe));
        });
        String safeQuery = query.isEmpty() ? "" : Secrets.query(query);
        return new LoggedRequest(
                method, Secrets.withoutTokens(path), safeQuery, Collections.unmodifiableMap(shown), NONE, "");
    }

    /**
     * The same request with headers that are equal to its own, so that many requests can share them.
     *
     * @param same equal headers of another request
     * @return a new value
     */
    public LoggedRequest sharing(LoggedRequest same) {
        return same.headers.equals(headers)
                ? new LoggedRequest(method, path, query, same.headers, status, remark)
                : this;
    }

    /**
     * The same request, answered.
     *
     * @param answer the status that was sent, or empty where none was
     * @param howSent what was special in the way the answer was sent, or empty
     * @return a new value
     */
    public LoggedRequest answered(OptionalInt answer, String howSent) {
        return new LoggedRequest(method, path, query, headers, answer.orElse(NONE), howSent);
    }

    /**
     * The method.
     *
     * @return as sent, such as {@code GET}
     */
    public String method() {
        return method;
    }

    /**
     * The path.
     *
     * @return as sent, neither decoded nor normalised, without the query
     */
    public String path() {
        return path;
    }

    /**
     * The query.
     *
     * @return as sent but for secrets, without the question mark; empty text if there was none
     */
    public String query() {
        return query;
    }

    /**
     * The first value of a query parameter.
     *
     * @param name decoded
     * @return decoded, a plus stays a plus; empty text where there was no '='
     */
    public Optional<String> query(String name) {
        return Query.first(query, name);
    }

    /**
     * All headers.
     *
     * @return values by name, without secrets; any case of a name finds them
     */
    public Map<String, List<String>> headers() {
        return headers;
    }

    /**
     * The first value of a header.
     *
     * @param name in any case
     * @return without secrets
     */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    /**
     * The status that was sent. It is known when the answer is about to be sent, so an answer that is then delayed or cut in its
     * body has one.
     *
     * @return empty while nothing was answered, and where the connection was cut before a status
     */
    public OptionalInt status() {
        return status == NONE ? OptionalInt.empty() : OptionalInt.of(status);
    }

    /**
     * Method, path and query, for people.
     *
     * @return such as {@code GET /v2/team/app/tags/list?n=5}
     */
    public String target() {
        return method + " " + path + (query.isEmpty() ? "" : "?" + query);
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof LoggedRequest)) {
            return false;
        }
        LoggedRequest that = (LoggedRequest) other;
        return method.equals(that.method)
                && path.equals(that.path)
                && query.equals(that.query)
                && headers.equals(that.headers)
                && status == that.status
                && remark.equals(that.remark);
    }

    @Override
    public int hashCode() {
        return Objects.hash(method, path, query, status);
    }

    /**
     * The request in one line, for people.
     *
     * @return such as {@code GET /v2/team/app/tags/list?n=5 -> 200}
     */
    @Override
    public String toString() {
        String answer = status == NONE ? "no answer" : Integer.toString(status);
        return target() + " -> " + answer + (remark.isEmpty() ? "" : ", " + remark);
    }
}
