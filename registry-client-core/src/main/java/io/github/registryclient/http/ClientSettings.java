package io.github.registryclient.http;

import io.github.registryclient.auth.CredentialsProvider;
import io.github.registryclient.http.event.ClientListener;
import io.github.registryclient.http.internal.address.Origin;
import io.github.registryclient.http.internal.auth.AuthSettings;
import io.github.registryclient.http.internal.auth.SecretHeader;
import io.github.registryclient.http.internal.auth.TokenServers;
import io.github.registryclient.http.internal.gate.GateSettings;
import io.github.registryclient.http.internal.retry.RetrySettings;
import io.github.registryclient.http.internal.stack.TransportSettings;
import io.github.registryclient.http.internal.time.MonotonicClock;
import io.github.registryclient.http.internal.time.RealPauses;
import io.github.registryclient.http.internal.transport.Events;
import io.github.registryclient.http.internal.transport.Limits;
import io.github.registryclient.http.internal.transport.RedirectPolicy;
import io.github.registryclient.http.internal.transport.Timeouts;
import io.github.registryclient.http.time.Pauses;
import io.github.registryclient.internal.ValueStyle;
import io.github.registryclient.paging.PaginationStrategy;
import io.github.registryclient.tls.TlsSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import javax.net.ssl.SSLContext;
import org.immutables.value.Value;

/** What a client was built with; the defaults stand here and in the builder's javadoc. */
@Value.Immutable
@ValueStyle
interface ClientSettings {
    URI endpoint();

    @Value.Default
    default CredentialsProvider credentials() {
        return CredentialsProvider.anonymous();
    }

    @Value.Default
    default PaginationStrategy pagination() {
        return PaginationStrategy.followLinks();
    }

    OptionalInt pageSize();

    @Value.Default
    default int maxPageBytes() {
        return Limits.PAGE;
    }

    @Value.Default
    default int concurrency() {
        return 8;
    }

    @Value.Default
    default double requestsPerSecond() {
        return 0;
    }

    @Value.Default
    default int retries() {
        return 3;
    }

    Optional<Duration> connectTimeout();

    @Value.Default
    default Duration attemptTimeout() {
        return Duration.ofMinutes(1);
    }

    @Value.Default
    default Duration callTimeout() {
        return Duration.ofMinutes(2);
    }

    @Value.Default
    default Duration deleteTimeout() {
        return Duration.ofMinutes(5);
    }

    @Value.Default
    default Duration uploadTimeout() {
        return Duration.ofHours(1);
    }

    @Value.Default
    default String userAgent() {
        return "registry-client-java";
    }

    @Value.Default
    default boolean plainHttpCredentials() {
        return false;
    }

    @Value.Default
    default boolean privateRedirects() {
        return false;
    }

    @Value.Default
    default boolean minimalScopes() {
        return false;
    }

    @Value.Default
    default boolean http2() {
        return false;
    }

    @Value.Default
    default TokenServers tokenServers() {
        return TokenServers.ANY;
    }

    List<SecretHeader> secretHeaders();

    List<ClientListener> listeners();

    @Value.Lazy
    default Events events() {
        return Events.to(listeners());
    }

    Optional<SSLContext> sslContext();

    Optional<TlsSettings> tls();

    Optional<HttpClient.Builder> httpClient();

    Optional<ProxySettings> proxy();

    @Value.Default
    default Clock clock() {
        return new MonotonicClock();
    }

    @Value.Default
    default Pauses pauses() {
        return new RealPauses();
    }

    @Value.Default
    default Random random() {
        return new Random();
    }

    default RedirectPolicy redirects() {
        return new RedirectPolicy(privateRedirects());
    }

    default AuthSettings authentication(URI root) {
        return new AuthSettings(root, redirects(), clock(), minimalScopes(), tokenServers(), secretHeaders(), events());
    }

    default TransportSettings transport(Origin registry) {
        return new TransportSettings(
                registry,
                new Timeouts(attemptTimeout(), callTimeout(), deleteTimeout(), uploadTimeout()),
                new GateSettings(concurrency(), requestsPerSecond(), pauses()),
                new RetrySettings(retries(), random(), pauses()),
                userAgent(),
                plainHttpCredentials(),
                redirects(),
                events());
    }

    static Builder builder() {
        return new Builder();
    }

    final class Builder extends ImmutableClientSettings.Builder {
        Builder() {}
    }
}
