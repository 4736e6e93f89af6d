package io.github.registryclient.testkit.tokenserver;

import io.github.registryclient.testkit.token.Accounts;
import java.time.Clock;
import java.time.Duration;

/** What does not change while a token server runs. Immutable. */
final class TokenSettings {
    private final String service;
    private final String issuer;
    private final Accounts accounts;
    private final Clock clock;
    private final Duration lifetime;

    TokenSettings(String service, String issuer, Accounts accounts, Clock clock, Duration lifetime) {
        this.service = service;
        this.issuer = issuer;
        this.accounts = accounts;
        this.clock = clock;
        this.lifetime = lifetime;
    }

    String service() {
        return service;
    }

    String issuer() {
        return issuer;
    }

    Accounts accounts() {
        return accounts;
    }

    Clock clock() {
        return clock;
    }

    Duration lifetime() {
        return lifetime;
    }
}
