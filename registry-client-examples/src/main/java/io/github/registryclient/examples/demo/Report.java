package io.github.registryclient.examples.demo;

import java.io.PrintWriter;

/** The account that the reader gets: plain text, one step after the other. */
public final class Report {
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

    void table(Table table) {
        table.lines().forEach(this::indented);
    }
}
