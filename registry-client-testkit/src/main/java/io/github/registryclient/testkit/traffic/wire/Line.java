package io.github.registryclient.testkit.traffic.wire;

import io.github.registryclient.testkit.traffic.Fault;
import io.github.registryclient.testkit.traffic.LoggedRequest;
import io.github.registryclient.testkit.traffic.RequestPattern;
import io.github.registryclient.testkit.traffic.Script;
import io.github.registryclient.testkit.traffic.ScriptedAnswer;
import io.github.registryclient.testkit.traffic.ScriptedRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A line of a script, and how many requests it has seen. Thread-safe. */
final class Line implements ScriptedRequest {
    private final Play script;
    private final RequestPattern pattern;
    private @Nullable Times times;
    private @Nullable Action action;
    private long seen;

    Line(Play script, RequestPattern pattern) {
        this.script = script;
        this.pattern = pattern;
    }

    @Override
    public ScriptedRequest times(int count) {
        return take(() -> Times.count(count));
    }

    @Override
    public ScriptedRequest always() {
        return take(Times::always);
    }

    @Override
    public ScriptedRequest nth(int position) {
        return take(() -> Times.nth(position));
    }

    private ScriptedRequest take(Supplier<Times> wanted) {
        return orDrop(() -> take(wanted.get()));
    }

    private synchronized ScriptedRequest take(Times wanted) {
        if (times != null) {
            throw new IllegalStateException("the line takes " + times + ", so not " + wanted);
        }
        times = wanted;
        return this;
    }

    @Override
    public Script answer(ScriptedAnswer answer) {
        return end(() -> Action.answer(answer));
    }

    @Override
    public Script letThrough() {
        return end(Action::letThrough);
    }

    @Override
    public Script letThroughBut(Fault fault) {
        return end(() -> Action.letThroughBut(fault));
    }

    @Override
    public Script letThroughButAnswer(ScriptedAnswer answer) {
        return end(() -> Action.letThroughButAnswer(answer));
    }

    private Script end(Supplier<Action> wanted) {
        return orDrop(() -> end(wanted.get()));
    }

    /** Who says nonsense is told so at once: a line that cannot be ended any more is not reported once more at the end. */
    private <T> T orDrop(Supplier<T> said) {
        boolean done = false;
        try {
            T result = said.get();
            done = true;
            return result;
        } finally {
            if (!done && !isEnded()) {
                script.drop(this);
            }
        }
    }

    private synchronized boolean isEnded() {
        return action != null;
    }

    private synchronized Script end(Action wanted) {
        if (action != null) {
            throw new IllegalStateException("the line does '" + action + "', so not '" + wanted + "'");
        }
        times = wantedTimes();
        action = wanted;
        return script;
    }

    private Times wantedTimes() {
        return times == null ? Times.count(1) : times;
    }

    /** What is to be done with a request; nothing if it is not for this line. */
    synchronized Optional<Action> take(LoggedRequest request) {
        if (action == null || !pattern.matches(request)) {
            return Optional.empty();
        }
        boolean taken = wantedTimes().takes(seen);
        seen++;
        return taken ? Optional.of(action) : Optional.empty();
    }

    /** Whether it has all that it promised. */
    synchronized boolean kept() {
        return action != null && wantedTimes().missing(seen) == 0;
    }

    /** What it says, and what came, in two lines without line numbers. */
    synchronized LineText text() {
        String said = pattern + ", " + wantedTimes() + ": ";
        if (action == null) {
            return new LineText(said + "?", "not finished: say answer(...) or letThrough...(...)", false);
        }
        String came = wantedTimes().cameText(seen);
        return kept()
                ? new LineText(said + action, came, true)
                : new LineText(said + action, came + ", " + wantedTimes().missingText(seen), false);
    }
}
