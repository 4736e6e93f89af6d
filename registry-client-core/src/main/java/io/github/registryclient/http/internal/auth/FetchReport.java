package io.github.registryclient.http.internal.auth;

import io.github.registryclient.http.event.TokenFetch;
import io.github.registryclient.http.internal.secret.Redacted;
import io.github.registryclient.http.internal.secret.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;

/** What is told of the fetch of a token that began when this was made. */
final class FetchReport {
    private final TokenFetch.Builder report = TokenFetch.builder();
    private final Clock clock;
    private final Instant startedAt;

    FetchReport(TokenKey key, Secrets quoted, Clock clock) {
        this.clock = clock;
        this.startedAt = clock.instant();
        Secrets secrets = Secrets.of(key.credentials()).and(quoted);
        report.host(secrets.redact(key.realm().host()));
        report.service(shown(key.realm().service(), secrets));
        report.scopes(key.scopes().list().stream()
                .map(scope -> shown(scope.toString(), secrets))
                .collect(Collectors.toList()));
    }

    /** A challenge may say anything. */
    private static String shown(String text, Secrets secrets) {
        return Redacted.excerpt(secrets.redact(text));
    }

    void given(long usableForMillis) {
        report.usableFor(Duration.ofMillis(usableForMillis));
    }

    void refused(Throwable failure) {
        report.failure(failure);
    }

    TokenFetch build() {
        return report.time(Duration.between(startedAt, clock.instant())).build();
    }
}
