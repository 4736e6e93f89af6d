package io.github.registryclient.http;

import io.github.registryclient.error.InvalidInputException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the address of a registry as people type it, and says what is wrong with it before anything is sent. */
final class RegistryUrl {
    /** What people call Docker Hub; its registry answers elsewhere. Source: docker/cli, {@code registry/config.go}. */
    private static final List<String> DOCKER_HUB = List.of("docker.io", "index.docker.io", "registry.hub.docker.com");

    private static final String DOCKER_HUB_REGISTRY = "registry-1.docker.io";

    /** Segments that mean the same to everybody on the way, neither {@code .} nor {@code ..}. */
    private static final Pattern PREFIX = Pattern.compile("(?:/(?!\\.\\.?(?:/|$))[A-Za-z0-9._~-]+)*/?");

    private static final Pattern QUERY = Pattern.compile("[?#]");
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://");

    private RegistryUrl() {}

    static URI parse(String text) {
        if (!text.matches("(?is)https?://.*")) {
            throw invalid(text, "it has to begin with https:// or, for a registry without TLS, http://");
        }
        try {
            return check(text, new URI(text));
        } catch (URISyntaxException e) {
            throw invalid(
                    text,
                    "character " + e.getIndex() + " may not stand in a URL; expected something like"
                            + " https://registry.example.com or http://localhost:5000");
        }
    }

    private static URI check(String text, URI uri) {
        if (uri.getRawUserInfo() != null
                || String.valueOf(uri.getRawAuthority()).indexOf('@') >= 0) {
            throw invalid(text, "credentials do not belong into the URL; give them with credentials(...)");
        }
        if (uri.getHost() == null) {
            throw invalid(
                    text,
                    String.valueOf(uri.getRawAuthority()).indexOf('_') >= 0
                            ? "the JDK's HTTP client takes no host name with an underscore; give the host another name or alias"
                            : "it has no valid host");
        }
        if (uri.getPort() == 0 || uri.getPort() > 65_535) {
            throw invalid(text, "the port has to be 1 to 65535");
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw invalid(text, "a registry's URL has no query and no fragment");
        }
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        boolean dockerHub = host.equals(DOCKER_HUB_REGISTRY) || DOCKER_HUB.contains(host);
        String prefix = prefix(text, String.valueOf(uri.getRawPath()), dockerHub);
        return URI.create(uri.getScheme().toLowerCase(Locale.ROOT) + "://" + (dockerHub ? DOCKER_HUB_REGISTRY : host)
                + port + prefix);
    }

    /** What stands before {@code /v2/}, without a slash at its end: proxies and repository managers give registries one. */
    private static String prefix(String text, String path, boolean dockerHub) {
        String prefix = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        if (!PREFIX.matcher(path).matches()) {
            throw invalid(
                    text,
                    "a path in it may hold letters, digits and the signs -._~ between single slashes, no . or ..");
        }
        if ((prefix + "/").startsWith("/v2/") || prefix.endsWith("/v2")) {
            throw invalid(text, "/v2/ is put behind the URL by this client: leave out what begins with it");
        }
        if (dockerHub && !prefix.isEmpty()) {
            throw invalid(
                    text,
                    "Docker Hub answers at the root of its host; what follows it belongs into the name of"
                            + " the repository");
        }
        return prefix;
    }

    private static InvalidInputException invalid(String text, String why) {
        return InvalidInputException.of("registry URL", withoutSecrets(text), why);
    }

    /** Whatever stands before an {@code @}, or behind a question mark or hash, may be a secret, in a URL that need not be well-formed. */
    private static String withoutSecrets(String text) {
        Matcher scheme = SCHEME.matcher(text);
        int start = scheme.lookingAt() ? scheme.end() : 0;
        int at = text.lastIndexOf('@');
        Matcher query = QUERY.matcher(text);
        boolean hasQuery = query.find();
        if (hasQuery && query.start() < at) {
            return text.substring(0, start) + "…"; // which of the two it is nobody knows
        }
        String shown = hasQuery ? text.substring(0, query.end()) + "…" : text;
        return at < start ? shown : text.substring(0, start) + "…@" + shown.substring(at + 1);
    }
}
