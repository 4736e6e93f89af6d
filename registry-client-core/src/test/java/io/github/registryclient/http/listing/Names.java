package io.github.registryclient.http.listing;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Lists of names, and the pages that carry them. */
final class Names {
    private Names() {}

    /** Names that count upwards, such as t00007. */
    static List<String> count(String prefix, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(number -> String.format("%s%05d", prefix, number))
                .collect(Collectors.toUnmodifiableList());
    }

    static String tags(List<String> names) {
        return "{\"name\":\"app\",\"tags\":" + array(names) + "}";
    }

    static String tags(String... names) {
        return tags(List.of(names));
    }

    static String repositories(List<String> names) {
        return "{\"repositories\":" + array(names) + "}";
    }

    static String repositories(String... names) {
        return repositories(List.of(names));
    }

    static List<String> texts(Iterable<?> entries) {
        return StreamSupport.stream(entries.spliterator(), false)
                .map(Object::toString)
                .collect(Collectors.toUnmodifiableList());
    }

    static List<String> concat(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).collect(Collectors.toUnmodifiableList());
    }

    private static String array(List<String> names) {
        return names.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(",", "[", "]"));
    }
}
