package io.github.registryclient.testkit.registry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.http.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;

/** Which part of a listing is asked for: the queries {@code n} and {@code last} of "Listing Tags", and the Link to what follows. */
final class Page {
    private final OptionalInt limit;
    private final String after;

    private Page(OptionalInt limit, String after) {
        this.limit = limit;
        this.after = after;
    }

    static Page of(Request request) {
        return new Page(
                request.query("n").map(Page::limit).orElseGet(OptionalInt::empty),
                request.query("last").orElse(""));
    }

    private static OptionalInt limit(String n) {
        if (!n.matches("[0-9]{1,18}")) {
            throw Refusal.of(400, ErrorCode.UNSUPPORTED, "n is no number: " + n);
        }
        return OptionalInt.of((int) Math.min(Long.parseLong(n), Integer.MAX_VALUE - 1));
    }

    String after() {
        return after;
    }

    /** How many names to look up: one more than is answered tells whether there are more. */
    int lookAhead() {
        return limit.orElse(Integer.MAX_VALUE - 1) + 1;
    }

    /** Fills in the names that were looked up, as many as belong to the page. */
    void fill(ArrayNode array, List<String> names) {
        names.stream().limit(limit.orElse(names.size())).forEach(array::add);
    }

    /** Adds the Link if there are more; none where nothing was asked for, or it would never end. */
    Response link(Response response, String path, List<String> names) {
        int count = limit.orElse(names.size());
        if (count == 0 || names.size() <= count) {
            return response;
        }
        return link(response, path + "?n=" + count + "&last=" + encode(names.get(count - 1)));
    }

    static Response link(Response response, String target) {
        return response.header(Headers.LINK, "<" + target + ">; rel=\"next\"");
    }

    /** A plus in a query means a plus here, and to others a space. */
    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
