package io.github.registryclient.http.internal.auth;

import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.http.internal.address.Origin;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The token servers that may be given credentials, beside the registry's own origin: all, or those that were listed. Immutable. */
public final class TokenServers {
    /** Any that the registry names first. */
    public static final TokenServers ANY = new TokenServers(null);

    private static final Pattern HOST =
            Pattern.compile("(?:[A-Za-z0-9._-]{1,255}|\\[[0-9A-Fa-f:.]{2,45}])(?::[0-9]{1,5})?");

    private final @Nullable Set<String> hosts;

    private TokenServers(@Nullable Set<String> hosts) {
        this.hosts = hosts;
    }

    /**
     * Those at these hosts only.
     *
     * @param hosts such as {@code auth.example.com} or {@code auth.example.com:8443}
     * @return the list
     * @throws InvalidInputException if one of them is no host
     */
    public static TokenServers at(String... hosts) {
        for (String host : hosts) {
            if (!HOST.matcher(host).matches()) {
                throw InvalidInputException.of(
                        "host of a token server", host, "expected such as auth.example.com or auth.example.com:8443");
            }
        }
        return new TokenServers(
                Arrays.stream(hosts).map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toSet()));
    }

    boolean areListed() {
        return hosts != null;
    }

    boolean contain(Origin realm) {
        return hosts == null || hosts.contains(realm.authority()) || hosts.contains(realm.host() + ":" + realm.port());
    }
}
