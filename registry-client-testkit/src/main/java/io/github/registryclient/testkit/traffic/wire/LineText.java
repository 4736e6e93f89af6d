package io.github.registryclient.testkit.traffic.wire;

/** A line of a script for people. Immutable. */
final class LineText {
    private final String said;
    private final String came;
    private final boolean kept;

    LineText(String said, String came, boolean kept) {
        this.said = said;
        this.came = came;
        this.kept = kept;
    }

    /** Two lines: what was said, and under it what came. */
    String numbered(int number) {
        return "  " + number + ". " + said + "\n       " + came + (kept ? "" : "   <--");
    }
}
