package io.github.registryclient.http.internal.auth;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Refresh tokens that a token server gave in the place of older ones, for the same account, realm and service; they go nowhere
 * else. Thread-safe; never prints.
 */
final class RefreshTokens {
    private static final int MOST = 1000;

    private final Map<TokenKey, String> newest = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TokenKey, String> eldest) {
            return size() > MOST;
        }
    };

    synchronized String newest(TokenKey key, String first) {
        return newest.getOrDefault(withoutScopes(key), first);
    }

    synchronized void put(TokenKey key, String token) {
        newest.put(withoutScopes(key), token);
    }

    /** The server does not take it any more. */
    synchronized void drop(TokenKey key, String refused) {
        newest.remove(withoutScopes(key), refused);
    }

    private static TokenKey withoutScopes(TokenKey key) {
        return new TokenKey(key.credentials(), key.realm(), Scopes.NONE);
    }
}
