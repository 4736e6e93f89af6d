package io.github.registryclient.testkit.tokenserver;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Secrets that stand for a user at a service, until they are revoked. Thread-safe. */
final class RefreshTokens {
    private static final int BYTES = 24;

    private final Map<String, Map.Entry<String, String>> holders = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();

    String create(String user, String service) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().encodeToString(bytes);
        holders.put(token, Map.entry(user, service));
        return token;
    }

    Optional<String> user(String token, String service) {
        return Optional.ofNullable(holders.get(token))
                .filter(holder -> holder.getValue().equals(service))
                .map(Map.Entry::getKey);
    }

    void revokeAll() {
        holders.clear();
    }
}
