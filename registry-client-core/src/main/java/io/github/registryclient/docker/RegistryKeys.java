package io.github.registryclient.docker;

import io.github.registryclient.name.RepositoryName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The keys under which credentials for a registry, or for a repository there, may lie.
 *
 * <p>Sources: docker/cli, {@code cli/config/credentials/file_store.go}; containers-auth.json(5).
 */
final class RegistryKeys {
    /** What Docker calls its Hub in files and towards helpers. */
    private static final String HUB = "https://index.docker.io/v1/";

    private static final List<String> HUB_HOSTS =
            List.of("index.docker.io", "docker.io", "registry-1.docker.io", "registry.hub.docker.com");
    private static final Pattern KEY = Pattern.compile("(?i)(https?://)?([^/]*)(/.*)?", Pattern.DOTALL);
    private static final Pattern VERSION_PATH = Pattern.compile("/?|/v[12]/?");

    private final List<String> hosts;
    private final String repository;

    private RegistryKeys(List<String> hosts, String repository) {
        this.hosts = hosts;
        this.repository = repository;
    }

    static RegistryKeys of(String host, Optional<RepositoryName> repository) {
        String asked = host.toLowerCase(Locale.ROOT);
        List<String> hosts = new ArrayList<>(List.of(asked));
        if (HUB_HOSTS.contains(asked)) {
            HUB_HOSTS.stream().filter(alias -> !alias.equals(asked)).forEach(hosts::add);
        }
        return new RegistryKeys(
                List.copyOf(hosts), repository.map(RepositoryName::toString).orElse(""));
    }

    /** The host, and for Docker Hub its other names after it. */
    List<String> hosts() {
        return hosts;
    }

    /** Host and path, from the repository up to its first segment. */
    List<String> scoped() {
        List<String> keys = new ArrayList<>();
        for (String path = repository; !path.isEmpty(); path = path.substring(0, Math.max(0, path.lastIndexOf('/')))) {
            for (String host : hosts) {
                keys.add(host + "/" + path);
            }
        }
        return keys;
    }

    /** What a helper is asked for, in turn: for Docker Hub what each program stores there, else the host. */
    List<String> servers(Dialect dialect) {
        if (!HUB_HOSTS.contains(hosts.get(0))) {
            return hosts;
        }
        return dialect == Dialect.PODMAN ? List.of("docker.io", HUB) : List.of(HUB, "docker.io");
    }

    /** The host that a key without a path of its own stands for. */
    static Optional<String> host(String key) {
        Matcher parts = parts(key);
        boolean whole =
                parts.group(1) != null || VERSION_PATH.matcher(path(parts)).matches();
        return whole ? Optional.of(host(parts)) : Optional.empty();
    }

    /** The host in a key, whatever path it has. */
    static String hostOfAnyPath(String key) {
        return host(parts(key));
    }

    private static Matcher parts(String key) {
        Matcher parts = KEY.matcher(key);
        if (!parts.matches()) {
            throw new IllegalStateException("any text is a key");
        }
        return parts;
    }

    private static String path(Matcher parts) {
        return parts.group(3) == null ? "" : parts.group(3);
    }

    /** Without the port that goes without saying, as the registry's host is given. */
    private static String host(Matcher parts) {
        String host = parts.group(2).toLowerCase(Locale.ROOT);
        String port = "http://".equalsIgnoreCase(parts.group(1)) ? ":80" : ":443";
        return host.endsWith(port) ? host.substring(0, host.length() - port.length()) : host;
    }
}
