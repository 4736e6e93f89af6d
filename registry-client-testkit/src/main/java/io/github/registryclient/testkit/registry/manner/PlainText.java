package io.github.registryclient.testkit.registry.manner;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.registryclient.testkit.http.Response;

/** Answers that are not in the specification's form. */
final class PlainText {
    private PlainText() {}

    /** What Go's router says of a path that it does not know. */
    static Response notFound() {
        return of(404, "404 page not found\n");
    }

    /** What Go's handlers say of a method that they do not know. */
    static Response methodNotAllowed(String allowed) {
        return of(405, "Method not allowed\n").header("Allow", allowed);
    }

    /** What Go's router says where a path should have been another one. */
    static Response movedTo(String target) {
        return Response.of(301)
                .header("Content-Type", "text/html; charset=utf-8")
                .header("Location", target)
                .body(("<a href=\"" + target + "\">Moved Permanently</a>.\n\n").getBytes(UTF_8));
    }

    static Response of(int status, String text) {
        return Response.of(status)
                .header("Content-Type", "text/plain; charset=utf-8")
                .body(text.getBytes(UTF_8));
    }
}
