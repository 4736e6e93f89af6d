package io.github.registryclient.http.internal.proxy;

import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.http.internal.address.Origin;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hosts that are reached without a proxy, as {@code NO_PROXY} names them: {@code *}, a domain and what is below it, only what is
 * below it ({@code .example.com}, {@code *.example.com}), an address or a network of addresses ({@code 10.0.0.0/8}), each but
 * the first and the networks with a port perhaps. Names are not resolved.
 *
 * <p>Source: golang.org/x/net/http/httpproxy, which docker, crane and skopeo obey.
 */
final class Exemption {
    private static final Pattern WITH_PORT = Pattern.compile("(\\[[^]]+]|[^:]+):([0-9]{1,5})");
    private static final Pattern DOMAIN = Pattern.compile("\\.?[\\w-]+(\\.[\\w-]+)*");

    private final String text;
    private final String domain;
    private final Optional<Network> network;
    private final int port;

    private Exemption(String text, String domain, Optional<Network> network, int port) {
        this.text = text;
        this.domain = domain;
        this.network = network;
        this.port = port;
    }

    static Exemption of(String rule) {
        return find(rule)
                .orElseThrow(() -> InvalidInputException.of(
                        "host without proxy",
                        rule,
                        "expected such as example.com, .example.com, 10.0.0.1, 10.0.0.0/8 or *"));
    }

    /** Empty if it names no hosts. */
    static Optional<Exemption> find(String rule) {
        String text = rule.strip().toLowerCase(Locale.ROOT);
        if (text.equals("*")) {
            return Optional.of(new Exemption(text, "*", Optional.empty(), 0));
        }
        Matcher matcher = WITH_PORT.matcher(text);
        boolean hasPort = matcher.matches();
        String host = hasPort ? matcher.group(1) : text;
        int port = hasPort ? Integer.parseInt(matcher.group(2)) : 0;
        Optional<Network> network = Network.parse(host);
        String domain = host.startsWith("*.") ? host.substring(1) : host;
        boolean named = network.isEmpty() && DOMAIN.matcher(domain).matches();
        return named || network.isPresent()
                ? Optional.of(new Exemption(text, named ? domain : "", network, port))
                : Optional.empty();
    }

    boolean covers(Origin origin) {
        if (port != 0 && port != origin.port()) {
            return false;
        }
        if (domain.equals("*")) {
            return true;
        }
        String host = origin.host().endsWith(".")
                ? origin.host().substring(0, origin.host().length() - 1)
                : origin.host();
        return network.isPresent() ? network.get().contains(host) : isInDomain(host);
    }

    private boolean isInDomain(String host) {
        return domain.startsWith(".") ? host.endsWith(domain) : host.equals(domain) || host.endsWith("." + domain);
    }

    @Override
    public String toString() {
        return text;
    }
}
