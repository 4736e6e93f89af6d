package io.github.registryclient.http.internal.auth;

import io.github.registryclient.auth.Credentials;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What an account asks {@code /v2/} and learns by it, apart for each set of headers of its own: a gateway may let one key in, and
 * ask others who they are. Without such headers it is what all accounts hear. The last sets are kept. Thread-safe; never prints.
 */
final class Preflights {
    private static final int MOST = 100;

    private final HostFacts facts;
    private final Function<HostFacts, Preflight> make;
    private final Preflight usual;
    private final Map<Map<String, String>, Preflight> byHeaders = new LinkedHashMap<>(4, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Map<String, String>, Preflight> eldest) {
            return size() > MOST;
        }
    };

    Preflights(HostFacts facts, Function<HostFacts, Preflight> make) {
        this.facts = facts;
        this.make = make;
        this.usual = make.apply(facts);
    }

    Preflight of(Credentials credentials) {
        return credentials.headerNames().isEmpty() ? usual : apart(credentials);
    }

    private synchronized Preflight apart(Credentials credentials) {
        Map<String, String> headers =
                credentials.headerNames().stream().collect(Collectors.toMap(name -> name, credentials::headerValue));
        return byHeaders.computeIfAbsent(headers, unknown -> make.apply(facts.apart()));
    }
}
