package io.github.registryclient.testkit.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** When an answer waits. Immutable. */
final class Timing {
    private static final Timing PROMPT = new Timing(Duration.ZERO, List.of(), Long.MAX_VALUE, Duration.ZERO);

    private final Duration before;
    private final List<Map.Entry<Long, Duration>> inBody;
    private final long step;
    private final Duration stepPause;

    private Timing(Duration before, List<Map.Entry<Long, Duration>> inBody, long step, Duration stepPause) {
        this.before = before;
        this.inBody = inBody;
        this.step = step;
        this.stepPause = stepPause;
    }

    static Timing prompt() {
        return PROMPT;
    }

    Timing before(Duration pause) {
        return new Timing(check(pause), inBody, step, stepPause);
    }

    Timing after(long bytes, Duration pause) {
        if (bytes < 0) {
            throw new IllegalArgumentException("no pause comes after " + bytes + " bytes");
        }
        List<Map.Entry<Long, Duration>> more = new ArrayList<>(inBody);
        more.add(Map.entry(bytes, check(pause)));
        more.sort(Map.Entry.comparingByKey());
        return new Timing(before, List.copyOf(more), step, stepPause);
    }

    Timing every(long bytes, Duration pause) {
        if (bytes <= 0) {
            throw new IllegalArgumentException("no pause comes every " + bytes + " bytes");
        }
        return new Timing(before, inBody, bytes, check(pause));
    }

    Duration before() {
        return before;
    }

    /** Where the next pause of the body comes, with this many bytes sent and waited for; the greatest number if none does. */
    long next(long sent) {
        long next = sent > Long.MAX_VALUE - step ? Long.MAX_VALUE : (sent / step + 1) * step;
        for (Map.Entry<Long, Duration> pause : inBody) {
            if (pause.getKey() > sent) {
                return Math.min(next, pause.getKey());
            }
        }
        return next;
    }

    /** How long to wait when exactly this many bytes of the body are sent. */
    Duration at(long sent) {
        Duration sum = sent > 0 && sent % step == 0 ? stepPause : Duration.ZERO;
        for (Map.Entry<Long, Duration> pause : inBody) {
            if (pause.getKey() == sent) {
                sum = sum.plus(pause.getValue());
            }
        }
        return sum;
    }

    /** Adds the pauses, in words. */
    void describe(List<String> parts) {
        if (!before.isZero()) {
            parts.add("delayed by " + text(before));
        }
        inBody.forEach(pause ->
                parts.add("delayed by " + text(pause.getValue()) + " after " + pause.getKey() + " bytes of the body"));
        if (!stepPause.isZero()) {
            parts.add("delayed by " + text(stepPause) + " every " + step + " bytes of the body");
        }
    }

    /** Such as 1.5s, 3m, 2h. */
    private static String text(Duration pause) {
        return pause.toString().substring(2).toLowerCase(Locale.ROOT);
    }

    private static Duration check(Duration pause) {
        if (pause.isNegative()) {
            throw new IllegalArgumentException("a pause takes no negative time: " + pause);
        }
        return pause;
    }
}
