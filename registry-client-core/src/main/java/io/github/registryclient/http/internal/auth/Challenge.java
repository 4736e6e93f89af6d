package io.github.registryclient.http.internal.auth;

import java.util.Map;
import java.util.Optional;

/** One challenge of a {@code WWW-Authenticate} header: a scheme, and its parameters or a token68. Immutable. */
final class Challenge {
    private final String scheme;
    private final Map<String, String> parameters;
    private final String token68;

    /** Scheme and names of parameters in lower case. */
    Challenge(String scheme, Map<String, String> parameters, String token68) {
        this.scheme = scheme;
        this.parameters = Map.copyOf(parameters);
        this.token68 = token68;
    }

    boolean isOf(String otherScheme) {
        return scheme.equals(otherScheme);
    }

    Map<String, String> parameters() {
        return parameters;
    }

    /** Empty where there are parameters, or nothing. */
    String token68() {
        return token68;
    }

    boolean isBearer() {
        return scheme.equals("bearer");
    }

    boolean isBasic() {
        return scheme.equals("basic");
    }

    /** A parameter's value, unquoted; a parameter without one counts as absent. */
    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isBlank());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Challenge
                && ((Challenge) other).scheme.equals(scheme)
                && ((Challenge) other).parameters.equals(parameters)
                && ((Challenge) other).token68.equals(token68);
    }

    @Override
    public int hashCode() {
        return scheme.hashCode() * 31 + parameters.hashCode();
    }

    /** Scheme and parameters, of which none is secret; a token68 may be. */
    @Override
    public String toString() {
        return scheme + " " + (token68.isEmpty() ? parameters : "…");
    }
}
