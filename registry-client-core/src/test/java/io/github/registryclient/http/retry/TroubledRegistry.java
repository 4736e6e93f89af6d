package io.github.registryclient.http.retry;

import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.http.HttpRegistryClientBuilder;
import io.github.registryclient.http.server.Exchange;
import io.github.registryclient.http.server.Samples;
import io.github.registryclient.http.server.ScriptedServer;
import io.github.registryclient.http.server.ScriptedServer.Script;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.stream.Collectors;

/** A registry with one manifest that first does what a test wants, and then its work. */
final class TroubledRegistry implements AutoCloseable {
    static final RepositoryName APP = RepositoryName.of("team/app");
    static final Digest DIGEST = Digest.of(Samples.sha256(Samples.MANIFEST));
    static final String AT_DIGEST = "/v2/team/app/manifests/" + DIGEST;

    final PlayedTime time = new PlayedTime();
    volatile boolean manifestIsThere = true;
    /** What comes of everything, once that is set. */
    volatile Script everything;

    /** As where a deletion goes on behind a gateway that gave it up. */
    volatile boolean carriedOutAfterOneMoreLook;

    private volatile String slowMethod = "";
    private volatile Duration slowTime = Duration.ZERO;
    private final Queue<Script> troubles = new ArrayDeque<>();
    private final String troubled;
    private final ScriptedServer server = new ScriptedServer(this::serve);

    /** In trouble for requests of that method only. */
    TroubledRegistry(String troubled) {
        this.troubled = troubled;
    }

    synchronized TroubledRegistry first(int times, Script trouble) {
        for (int i = 0; i < times; i++) {
            troubles.add(trouble);
        }
        return this;
    }

    TroubledRegistry first(Script trouble) {
        return first(1, trouble);
    }

    TroubledRegistry always(Script trouble) {
        return first(100, trouble);
    }

    static Script status(int status, String... headers) {
        return exchange -> exchange.reply(status, "", headers);
    }

    static Script cut() {
        return Exchange::cut;
    }

    /** Carries a deletion out, and then does that. */
    Script after(Script answer) {
        return exchange -> {
            manifestIsThere = false;
            answer.serve(exchange);
        };
    }

    /** Takes that long, of played time, for each request of a method that it does its work for. */
    TroubledRegistry slow(String method, Duration time) {
        slowMethod = method;
        slowTime = time;
        return this;
    }

    HttpRegistryClientBuilder settings() {
        return HttpRegistryClient.builder(server.url()).clock(time).pauses(time);
    }

    HttpRegistryClient client() {
        return settings().build();
    }

    List<String> seen() {
        return server.exchanges().stream().map(Exchange::line).collect(Collectors.toList());
    }

    long count(String method) {
        return seen().stream().filter(line -> line.startsWith(method + " ")).count();
    }

    private synchronized Script next(Exchange exchange) {
        if (everything != null) {
            return everything;
        }
        Script trouble = exchange.method().equals(troubled) ? troubles.poll() : null;
        return trouble == null ? this::work : trouble;
    }

    private void serve(Exchange exchange) throws IOException {
        next(exchange).serve(exchange);
    }

    private void work(Exchange exchange) throws IOException {
        if (exchange.method().equals(slowMethod)) {
            time.pass(slowTime);
        }
        switch (exchange.method()) {
            case "DELETE":
                exchange.reply(manifestIsThere ? 202 : 404, manifestIsThere ? "" : unknown());
                manifestIsThere = false;
                return;
            case "PUT":
            case "POST":
                exchange.reply(201, "", "Docker-Content-Digest: " + DIGEST);
                return;
            default:
                show(exchange);
        }
    }

    private void show(Exchange exchange) throws IOException {
        showNow(exchange);
        manifestIsThere &= !carriedOutAfterOneMoreLook;
    }

    private void showNow(Exchange exchange) throws IOException {
        if (exchange.line().endsWith("/tags/list")) {
            exchange.reply(200, "{\"tags\":[\"1.0\"]}", "Content-Type: application/json");
        } else if (manifestIsThere) {
            exchange.reply(
                    200, Samples.MANIFEST, "Content-Type: " + Samples.OCI_MANIFEST, "Docker-Content-Digest: " + DIGEST);
        } else {
            exchange.reply(404, unknown(), "Content-Type: application/json");
        }
    }

    private static String unknown() {
        return Samples.error("MANIFEST_UNKNOWN", "manifest unknown");
    }

    @Override
    public void close() {
        server.close();
    }
}
