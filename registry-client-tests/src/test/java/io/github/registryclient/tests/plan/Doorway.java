package io.github.registryclient.tests.plan;

import io.github.registryclient.testkit.http.Forwarder;
import io.github.registryclient.testkit.http.Handler;
import io.github.registryclient.testkit.http.HttpServer;
import io.github.registryclient.testkit.http.HttpServerOptions;
import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.http.Response;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands before a registry, passes on what comes, says that it is {@link RandomTimes#NOW}, and knows which methods came. */
final class Doorway implements Handler, AutoCloseable {
    private static final int SERVER_ERROR = 500;

    private final Forwarder registry;
    private final HttpServer server;
    private final Set<String> methods = ConcurrentHashMap.newKeySet();
    private volatile String spoilt = "";

    Doorway(URI registry) {
        this.registry = new Forwarder(new InetSocketAddress(registry.getHost(), registry.getPort()));
        this.server = HttpServer.start(this, HttpServerOptions.defaults());
    }

    @Override
    public Response handle(Request request) throws IOException {
        methods.add(request.method());
        if (request.path().equals(spoilt)) {
            return Response.of(SERVER_ERROR);
        }
        return registry.forward(request, request.body().readAllBytes())
                .without("Date")
                .header("Date", RandomTimes.DATE);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    void spoil(String path) {
        spoilt = path;
    }

    void forgetRequests() {
        methods.clear();
    }

    Collection<String> methods() {
        return methods;
    }

    @Override
    public void close() {
        registry.close();
        server.close();
    }
}
