package io.github.registryclient.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A small Markdown table. For one thread. */
public final class Table {
    private final List<String[]> rows = new ArrayList<>();

    /**
     * A table with its first row.
     *
     * @param headings the headings
     */
    public Table(String... headings) {
        rows.add(headings);
    }

    /**
     * Adds a row.
     *
     * @param cells as many as there are headings
     * @return this
     */
    public Table row(String... cells) {
        rows.add(cells);
        return this;
    }

    /**
     * Writes a number.
     *
     * @param decimals digits after the point
     * @param value the number
     * @return such as {@code 12,345} or {@code 0.97}
     */
    public static String number(int decimals, double value) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    /**
     * The table.
     *
     * @return lines, each ended
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            text.append("| ").append(String.join(" | ", rows.get(i))).append(" |\n");
            if (i == 0) {
                text.append("|---".repeat(rows.get(0).length)).append("|\n");
            }
        }
        return text.toString();
    }
}
