package io.github.registryclient.http.internal.proxy;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.error.InvalidInputException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code HTTP_PROXY}, {@code HTTPS_PROXY} and {@code NO_PROXY}, in capitals first. Never quotes a value, which may hold a
 * password.
 *
 * <p>Source: golang.org/x/net/http/httpproxy, which docker, crane and skopeo obey.
 */
public final class ProxyVariables {
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)(?:([a-z][a-z0-9+.-]*)://)?(?:([^/]*)@)?(\\[[^]/@]*]|[^:/@]*)(?::([0-9]{1,5}))?/?");
    private static final int DEFAULT_PORT = 80;

    private final Map<String, String> variables;

    /**
     * A reader.
     *
     * @param variables by name
     */
    public ProxyVariables(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    /**
     * What they say.
     *
     * @return routes, never through a proxy to this machine itself
     * @throws InvalidInputException if one of them names no HTTP proxy, or no hosts
     */
    public ProxyRoutes routes() {
        // What a web server's visitors send as "Proxy:" arrives under this name.
        ProxyServer http = variables.containsKey("REQUEST_METHOD") ? null : server("HTTP_PROXY");
        return ProxyRoutes.of(http, server("HTTPS_PROXY")).exceptLoopback().exempting(exemptions());
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(variables.get(name))
                .filter(value -> !value.isBlank())
                .or(() -> Optional.ofNullable(variables.get(name.toLowerCase(Locale.ROOT)))
                        .filter(value -> !value.isBlank()))
                .map(String::strip);
    }

    /** What names no hosts there is passed over. */
    private List<Exemption> exemptions() {
        return Arrays.stream(value("NO_PROXY").orElse("").split(",", -1))
                .flatMap(host -> Exemption.find(host).stream())
                .collect(Collectors.toList());
    }

    private @Nullable ProxyServer server(String name) {
        Optional<String> value = value(name);
        if (value.isEmpty()) {
            return null;
        }
        Matcher matcher = ADDRESS.matcher(value.get());
        if (!matcher.matches()) {
            throw invalid(name, "expected such as http://proxy.example.com:3128");
        }
        String scheme = Optional.ofNullable(matcher.group(1)).orElse("http");
        if (!scheme.equalsIgnoreCase("http")) {
            throw invalid(name, "the JDK's HTTP client speaks to proxies by plain http only, not by " + scheme);
        }
        ProxyServer server = at(name, matcher.group(3), matcher.group(4));
        String user = matcher.group(2);
        return user == null || user.isEmpty() ? server : server.with(account(name, user));
    }

    private static ProxyServer at(String name, String host, @Nullable String port) {
        try {
            return ProxyServer.of(host, port == null ? DEFAULT_PORT : Integer.parseInt(port));
        } catch (InvalidInputException e) {
            throw invalid(name, "its host or port is none");
        }
    }

    private static Credentials account(String name, String user) {
        int colon = user.indexOf(':');
        try {
            return Credentials.basic(
                    decoded(colon < 0 ? user : user.substring(0, colon)),
                    decoded(colon < 0 ? "" : user.substring(colon + 1)));
        } catch (IllegalArgumentException | InvalidInputException e) {
            throw invalid(
                    name,
                    "before the @ belong user name and password, a colon between them, other characters as percent sign"
                            + " and code");
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static InvalidInputException invalid(String name, String why) {
        return new InvalidInputException("invalid environment variable " + name + ": " + why);
    }
}
