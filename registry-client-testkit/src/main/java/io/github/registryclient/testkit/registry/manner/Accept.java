package io.github.registryclient.testkit.registry.manner;

import io.github.registryclient.testkit.http.Request;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What a request accepts as distribution reads it: names of types in any number of headers; no wildcard, no weight. */
final class Accept {
    private final Set<String> types;

    private Accept(Set<String> types) {
        this.types = types;
    }

    static Accept of(Request request) {
        return new Accept(request.headers("Accept").stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(range -> range.split(";", -1)[0].strip())
                .collect(Collectors.toUnmodifiableSet()));
    }

    boolean names(String mediaType) {
        return types.contains(mediaType);
    }

    boolean namesAny(Iterable<String> mediaTypes) {
        for (String mediaType : mediaTypes) {
            if (names(mediaType)) {
                return true;
            }
        }
        return false;
    }
}
