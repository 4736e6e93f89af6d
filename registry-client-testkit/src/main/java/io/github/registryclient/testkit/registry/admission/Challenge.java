package io.github.registryclient.testkit.registry.admission;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** One challenge of a {@code WWW-Authenticate} header (RFC 9110, 11.6.1). Immutable. */
final class Challenge {
    private final String scheme;
    private final Map<String, String> parameters;

    private Challenge(String scheme, Map<String, String> parameters) {
        this.scheme = scheme;
        this.parameters = parameters;
    }

    static Challenge of(String scheme) {
        return new Challenge(scheme, Map.of());
    }

    Challenge with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.put(name, value);
        return new Challenge(scheme, more);
    }

    /** As distribution writes it. */
    String quoted() {
        return written(scheme, Challenge::quoted);
    }

    /** As zot writes it; what has a comma or a space in it, or nothing, cannot do without quotes. */
    String unquoted() {
        return written(
                scheme.toLowerCase(Locale.ROOT), value -> value.matches("[^\\s,\"\\\\]+") ? value : quoted(value));
    }

    private String written(String name, UnaryOperator<String> form) {
        return parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + form.apply(parameter.getValue()))
                .collect(Collectors.joining(",", name + (parameters.isEmpty() ? "" : " "), ""));
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
