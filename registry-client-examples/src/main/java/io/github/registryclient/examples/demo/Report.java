package io.github.registryclient.examples.demo;

import java.io.PrintWriter;

/** The account that the reader gets: plain text, one step after the other. */
public final class Report {
    private static final int WIDTH = 97;
    private static final String INDENT = "      ";

    private final PrintWriter out;
    private int step;

    /**
     * A report.
     *
     * @param out where it goes
     */
    public Report(PrintWriter out) {
        this.out = out;
    }

    /** Starts a numbered step; the call is what a program would write, or empty. */
    void step(String title, String call) {
        step++;
        String heading = step + ". " + title;
        line("");
        line(call.isEmpty() ? heading : String.format("%-42s %s", heading, call));
        line("");
    }

    void line(String text) {
        out.println(text);
        out.flush();
    }

    void indented(String text) {
        line("   " + text);
    }

    /** Lines of any length, broken between words, with digests as short as elsewhere. */
    void wrapped(String lines) {
        String shorter = lines.stripTrailing().replaceAll("(sha256:[0-9a-f]{12})[0-9a-f]{52}", "$1");
        for (String line : shorter.split("\n", -1)) {
            String rest = line;
            while (rest.length() > WIDTH && rest.lastIndexOf(' ', WIDTH) > INDENT.length()) {
                int end = rest.lastIndexOf(' ', WIDTH);
                indented(rest.substring(0, end));
                rest = INDENT + rest.substring(end + 1);
            }
            indented(rest);
        }
    }

    void table(Table table) {
        table.lines().forEach(this::indented);
    }
}
