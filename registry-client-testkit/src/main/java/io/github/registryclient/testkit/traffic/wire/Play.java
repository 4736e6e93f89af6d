package io.github.registryclient.testkit.traffic.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.registryclient.testkit.http.Handler;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.traffic.LoggedRequest;
import io.github.registryclient.testkit.traffic.RequestPattern;
import io.github.registryclient.testkit.traffic.Script;
import io.github.registryclient.testkit.traffic.ScriptedRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A script and its performance. Thread-safe. */
public final class Play implements Script {
    private static final int INTERNAL_SERVER_ERROR = 500;

    private final List<Line> lines = new CopyOnWriteArrayList<>();
    private final Unexpected unexpected = new Unexpected();
    private volatile boolean strict;
    private volatile Duration acceptDelay = Duration.ZERO;
    private volatile Duration readDelay = Duration.ZERO;

    @Override
    public ScriptedRequest on(RequestPattern pattern) {
        Line line = new Line(this, pattern);
        lines.add(line);
        return line;
    }

    /** Forgets a line that was not ended. */
    void drop(Line line) {
        lines.remove(line);
    }

    @Override
    public Script strict() {
        strict = true;
        return this;
    }

    @Override
    public Script acceptDelay(Duration pause) {
        acceptDelay = check(pause);
        return this;
    }

    @Override
    public Script readDelay(Duration pause) {
        readDelay = check(pause);
        return this;
    }

    private static Duration check(Duration pause) {
        if (pause.isNegative()) {
            throw new IllegalArgumentException("a pause takes no negative time: " + pause);
        }
        return pause;
    }

    /** How long a connection waits before it is accepted. */
    public Duration acceptDelay() {
        return acceptDelay;
    }

    /** How long an accepted connection waits before it is read from. */
    public Duration readDelay() {
        return readDelay;
    }

    /** A handler that does what the script says, and has the other one do the rest. */
    public Handler around(Handler inner) {
        return request -> {
            if (lines.isEmpty() && !strict) {
                return inner.handle(request);
            }
            LoggedRequest shown = Logged.of(request);
            Optional<Action> action = take(shown);
            if (action.isPresent()) {
                return action.get().play(request, inner);
            }
            return strict ? refuse(shown) : inner.handle(request);
        };
    }

    private Optional<Action> take(LoggedRequest request) {
        for (Line line : lines) {
            Optional<Action> action = line.take(request);
            if (action.isPresent()) {
                return action;
            }
        }
        return Optional.empty();
    }

    private Response refuse(LoggedRequest request) {
        String name = unexpected.add(request);
        String text = "unexpected request: " + name + "\nno line of the script is left for it\n\n" + ScriptText.of(this)
                + "\n";
        return Response.of(INTERNAL_SERVER_ERROR)
                .header("Content-Type", "text/plain; charset=utf-8")
                .body(text.getBytes(UTF_8));
    }

    boolean isStrict() {
        return strict;
    }

    List<Line> lines() {
        return lines;
    }

    Unexpected unexpected() {
        return unexpected;
    }
}
