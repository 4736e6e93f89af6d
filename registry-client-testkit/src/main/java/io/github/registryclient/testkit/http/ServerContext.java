package io.github.registryclient.testkit.http;

/** What all connections of a server share. Thread-safe. */
final class ServerContext {
    private final Handler handler;
    private final HttpServerOptions options;
    private final int port;
    private final Pauses pauses = new Pauses();
    private final DateLine date;

    ServerContext(Handler handler, HttpServerOptions options, int port) {
        this.handler = handler;
        this.options = options;
        this.port = port;
        this.date = new DateLine(options.clock());
    }

    Handler handler() {
        return handler;
    }

    HttpServerOptions options() {
        return options;
    }

    int port() {
        return port;
    }

    Pauses pauses() {
        return pauses;
    }

    DateLine date() {
        return date;
    }

    boolean secure() {
        return options.tls().isPresent();
    }

    /** What a handler interrupted by the end of the server throws is nobody's failure. */
    void failed(Throwable failure) {
        if (!pauses.ended()) {
            options.failed(failure);
        }
    }
}
