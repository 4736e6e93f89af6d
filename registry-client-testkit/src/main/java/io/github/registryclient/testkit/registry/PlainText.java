package io.github.registryclient.testkit.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.registryclient.testkit.http.Response;

/** Answers that are not in the specification's form: as Go's router and handlers give them. */
public final class PlainText {
    private PlainText() {}

    /** What Go's router says of a path that it does not know. */
    public static Response notFound() {
        return of(404, "404 page not found\n");
    }

    /** What Go's handlers say of a method that they do not know. */
    public static Response methodNotAllowed(String allowed) {
        return of(405, "Method not allowed\n").header("Allow", allowed);
    }

    /** What Go's router says where a path should have been another one. */
    public static Response movedTo(String target) {
        return Response.of(301)
                .header(Headers.CONTENT_TYPE, "text/html; charset=utf-8")
                .header(Headers.LOCATION, target)
                .body(("<a href=\"" + target + "\">Moved Permanently</a>.\n\n").getBytes(UTF_8));
    }

    /** Any other text, which browsers are told to take as such. */
    public static Response of(int status, String text) {
        return Response.of(status)
                .header(Headers.CONTENT_TYPE, "text/plain; charset=utf-8")
                .header("X-Content-Type-Options", "nosniff")
                .body(text.getBytes(UTF_8));
    }
}
