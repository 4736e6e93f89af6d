package io.github.registryclient.testkit.registry.manner;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.registryclient.testkit.http.Response;

/** Answers for people. */
final class Pages {
    private Pages() {}

    static Response forPeople(int status) {
        return Response.of(status)
                .header("Content-Type", "text/html; charset=utf-8")
                .body("<!DOCTYPE html><html><head><title>Packages</title></head><body></body></html>\n"
                        .getBytes(UTF_8));
    }
}
