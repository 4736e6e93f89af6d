package io.github.registryclient.testkit.http;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** How a server listens. Immutable; each method makes a new one. */
public final class HttpServerOptions {
    private static final int BACKLOG = 1024;
    private static final Duration IDLE = Duration.ofMinutes(5);
    private static final Duration READ = Duration.ofMinutes(1);
    private static final long DRAIN = 256 << 10;

    private final Values values;

    private HttpServerOptions(Values values) {
        this.values = values;
    }

    /**
     * Plain HTTP, nothing slow on purpose, 5 minutes of patience between requests and 1 minute within one.
     *
     * @return the defaults
     */
    public static HttpServerOptions defaults() {
        return new HttpServerOptions(new Values());
    }

    /**
     * Speaks TLS.
     *
     * @param context with the server's key
     * @return new options
     */
    public HttpServerOptions tls(SSLContext context) {
        return tls(context, false);
    }

    /**
     * Speaks TLS, perhaps only with clients that show a certificate.
     *
     * @param context with the server's key, and with what to trust
     * @param clientCertificateRequired whether handshakes end with clients that show none, or one that is not trusted
     * @return new options
     */
    public HttpServerOptions tls(SSLContext context, boolean clientCertificateRequired) {
        return with(copy -> {
            copy.tls = context;
            copy.clientCertificateRequired = clientCertificateRequired;
        });
    }

    /**
     * How many connections may wait to be accepted.
     *
     * @param connections 1 or more; 1024 unless set. The operating system takes it as a hint
     * @return new options
     */
    public HttpServerOptions backlog(int connections) {
        return with(copy -> copy.backlog = connections);
    }

    /**
     * Accepts slowly: asked when a connection was accepted for how long it, and all that wait behind it, are to wait.
     *
     * @param pause gives 0 or more; called on the accepting thread
     * @return new options
     */
    public HttpServerOptions acceptDelay(Supplier<Duration> pause) {
        return with(copy -> copy.acceptDelay = pause);
    }

    /**
     * Reads slowly: asked for each connection how long to wait before its first byte is read. Others do not wait.
     *
     * @param pause gives 0 or more; called on the connection's thread
     * @return new options
     */
    public HttpServerOptions readDelay(Supplier<Duration> pause) {
        return with(copy -> copy.readDelay = pause);
    }

    /**
     * How long a connection may be idle between requests, after which it is closed without a word.
     *
     * @param patience more than 0; 5 minutes unless set
     * @return new options
     */
    public HttpServerOptions idleTimeout(Duration patience) {
        return with(copy -> copy.idleTimeout = patience);
    }

    /**
     * How long to wait for the next bytes of a request that has begun; what does not come is answered with 408.
     *
     * @param patience more than 0; 1 minute unless set
     * @return new options
     */
    public HttpServerOptions readTimeout(Duration patience) {
        return with(copy -> copy.readTimeout = patience);
    }

    /**
     * How much of a body that the handler did not read is read away to keep the connection.
     *
     * @param bytes 0 or more; 256 KiB unless set
     * @return new options
     */
    public HttpServerOptions drainLimit(long bytes) {
        return with(copy -> copy.drainLimit = bytes);
    }

    /**
     * Dates answers by another clock.
     *
     * @param time the system's unless set
     * @return new options
     */
    public HttpServerOptions clock(Clock time) {
        return with(copy -> copy.clock = time);
    }

    /**
     * Hears what handlers and bodies threw, unless the client was the cause.
     *
     * @param listener called on the connection's thread, before the client gets 500 or is cut
     * @return new options
     */
    public HttpServerOptions onFailure(Consumer<? super Throwable> listener) {
        return with(copy -> copy.onFailure = listener);
    }

    Optional<SSLContext> tls() {
        return Optional.ofNullable(values.tls);
    }

    boolean clientCertificateRequired() {
        return values.clientCertificateRequired;
    }

    int backlog() {
        return values.backlog;
    }

    Duration acceptDelay() {
        return values.acceptDelay.get();
    }

    Duration readDelay() {
        return values.readDelay.get();
    }

    Duration idleTimeout() {
        return values.idleTimeout;
    }

    Duration readTimeout() {
        return values.readTimeout;
    }

    long drainLimit() {
        return values.drainLimit;
    }

    Clock clock() {
        return values.clock;
    }

    void failed(Throwable failure) {
        values.onFailure.accept(failure);
    }

    private HttpServerOptions with(Consumer<Values> change) {
        Values copy = new Values(values);
        change.accept(copy);
        return new HttpServerOptions(copy);
    }

    private static final class Values {
        private @Nullable SSLContext tls;
        private boolean clientCertificateRequired;
        private int backlog = BACKLOG;
        private Supplier<Duration> acceptDelay = () -> Duration.ZERO;
        private Supplier<Duration> readDelay = () -> Duration.ZERO;
        private Duration idleTimeout = IDLE;
        private Duration readTimeout = READ;
        private long drainLimit = DRAIN;
        private Clock clock = Clock.systemUTC();
        private Consumer<? super Throwable> onFailure = failure -> {};

        private Values() {}

        private Values(Values other) {
            tls = other.tls;
            clientCertificateRequired = other.clientCertificateRequired;
            backlog = other.backlog;
            acceptDelay = other.acceptDelay;
            readDelay = other.readDelay;
            idleTimeout = other.idleTimeout;
            readTimeout = other.readTimeout;
            drainLimit = other.drainLimit;
            clock = other.clock;
            onFailure = other.onFailure;
        }
    }
}
