package io.github.registryclient.testkit.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Header fields in their order, names as given and compared without regard to case (RFC 9110, 5.1). Immutable. */
final class Fields {
    private final List<Map.Entry<String, String>> entries;

    private Fields(List<Map.Entry<String, String>> entries) {
        this.entries = entries;
    }

    static Fields none() {
        return new Fields(List.of());
    }

    static Fields of(List<Map.Entry<String, String>> entries) {
        return new Fields(List.copyOf(entries));
    }

    Fields and(String name, String value) {
        List<Map.Entry<String, String>> more = new ArrayList<>(entries);
        more.add(Map.entry(name, value));
        return of(more);
    }

    Fields without(String name) {
        return of(entries.stream()
                .filter(entry -> !entry.getKey().equalsIgnoreCase(name))
                .collect(Collectors.toList()));
    }

    List<Map.Entry<String, String>> entries() {
        return entries;
    }

    Optional<String> first(String name) {
        for (Map.Entry<String, String> entry : entries) {
            if (entry.getKey().equalsIgnoreCase(name)) {
                return Optional.of(entry.getValue());
            }
        }
        return Optional.empty();
    }

    List<String> all(String name) {
        return entries.stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .collect(Collectors.toUnmodifiableList());
    }

    /** The members of a list that may stand in one field or in several (RFC 9110, 5.6.1), in lower case. */
    List<String> tokens(String name) {
        return all(name).stream()
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .map(token -> token.strip().toLowerCase(Locale.ROOT))
                .filter(token -> !token.isEmpty())
                .collect(Collectors.toUnmodifiableList());
    }

    /** Names as they were first spelled; any case finds them. */
    Map<String, List<String>> byName() {
        Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Map.Entry<String, String> entry : entries) {
            values.computeIfAbsent(entry.getKey(), key -> new ArrayList<>()).add(entry.getValue());
        }
        values.replaceAll((name, list) -> List.copyOf(list));
        return Collections.unmodifiableMap(values);
    }
}
