package io.github.registryclient.testkit.traffic.wire;

import io.github.registryclient.testkit.traffic.LoggedRequest;
import io.github.registryclient.testkit.traffic.RequestLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells at the end whether all went as a test meant it, and if not, what to do. */
public final class FinalReport {
    private static final int SHOWN = 20;

    private final Play play;
    private final Failures failures;
    private final RequestLog log;
    private final List<String> faults = new ArrayList<>();
    private final List<String> advice = new ArrayList<>();

    private FinalReport(Play play, Failures failures, RequestLog log) {
        this.play = play;
        this.failures = failures;
        this.log = log;
    }

    /** What a test is to fail with; nothing if all is well. */
    public static Optional<AssertionError> of(Play play, Failures failures, RequestLog log) {
        return new FinalReport(play, failures, log).judge();
    }

    private Optional<AssertionError> judge() {
        judgeLines();
        judgeUnexpected();
        judgeFailures();
        if (faults.isEmpty()) {
            return Optional.empty();
        }
        List<Throwable> causes = failures.first();
        AssertionError error = new AssertionError(message(), causes.isEmpty() ? null : causes.get(0));
        causes.stream().skip(1).forEach(error::addSuppressed);
        return Optional.of(error);
    }

    private void judgeLines() {
        long broken = play.lines().stream().filter(line -> !line.kept()).count();
        if (broken > 0) {
            faults.add(broken == 1 ? "1 line of its script was not met" : broken + " lines of its script were not met");
            advice.add(
                    "A line marked <-- did not get its requests, so what it stands for was not tested: look why the code under"
                            + " test did not send them, correct the pattern or the number, or say always() where none need come.");
        }
    }

    private void judgeUnexpected() {
        long count = play.unexpected().count();
        if (count > 0) {
            faults.add(count == 1 ? "1 request was unexpected" : count + " requests were unexpected");
            advice.add(
                    "An unexpected request needs a line, such as on(...).always().letThrough(), or a line that takes it once"
                            + " more; or the code under test should not send it.");
        }
    }

    private void judgeFailures() {
        long count = failures.count();
        if (count > 0) {
            faults.add("it failed itself" + (count == 1 ? "" : " " + Times.text(count)));
            advice.add(
                    "The registry's own failure is the cause of this error: a function that was given to the script threw, or"
                            + " the testkit has a bug.");
        }
    }

    private String message() {
        List<String> text = new ArrayList<>();
        text.add("The embedded registry reports: " + String.join("; ", faults) + ".");
        if (!play.lines().isEmpty() || play.isStrict()) {
            text.add(ScriptText.of(play));
        }
        if (play.unexpected().count() > 0) {
            text.add("Unexpected, and answered with 500:\n"
                    + String.join("\n", play.unexpected().text()));
        }
        text.add(requests());
        text.add("What to do:\n  - " + String.join("\n  - ", advice));
        return String.join("\n\n", text);
    }

    private String requests() {
        List<LoggedRequest> kept = log.kept();
        List<LoggedRequest> shown = kept.subList(Math.max(0, kept.size() - SHOWN), kept.size());
        if (log.size() == 0) {
            return "No request came.";
        }
        StringBuilder text = new StringBuilder("What came (");
        text.append(log.size() == 1 ? "1 request" : log.size() + " requests");
        text.append(log.size() > shown.size() ? ", the last " + shown.size() + "):" : "):");
        shown.forEach(request -> text.append("\n  ").append(request));
        return text.toString();
    }
}
