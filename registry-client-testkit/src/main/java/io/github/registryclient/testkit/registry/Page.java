package io.github.registryclient.testkit.registry;

import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.json.Json;
import io.github.registryclient.testkit.registry.store.Names;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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

    /** Answers with the names that belong to the page, out of those that were looked up, and a Link if there are more. */
    Response answer(Names names, String head, String path) {
        Names page = names.first(limit.orElse(names.size()));
        NameListBody body = new NameListBody(head, page);
        Response response =
                Response.of(200).header(Headers.CONTENT_TYPE, Json.MEDIA_TYPE).body(body);
        // No Link where nothing was asked for, or it would never end.
        return page.size() == 0 || page.size() == names.size()
                ? response
                : link(response, path + "?n=" + page.size() + "&last=" + encode(body.last()));
    }

    static Response link(Response response, String target) {
        return response.header(Headers.LINK, "<" + target + ">; rel=\"next\"");
    }

    /** A plus in a query means a plus here, and to others a space. */
    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
