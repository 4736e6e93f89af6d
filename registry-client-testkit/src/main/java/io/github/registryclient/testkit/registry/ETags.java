package io.github.registryclient.testkit.registry;

import io.github.registryclient.name.Digest;
import io.github.registryclient.testkit.http.Request;
import java.util.Arrays;

/** Conditional requests: the entity tag of content is its digest. Source: RFC 9110, section 13. */
final class ETags {
    private ETags() {}

    static String of(Digest digest) {
        return "\"" + digest + "\"";
    }

    /** Whether the client has the content already. */
    static boolean isKnown(Request request, Digest digest) {
        return request.headers("If-None-Match").stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                .anyMatch(tag -> tag.equals("*") || tag.equals(of(digest)));
    }
}
