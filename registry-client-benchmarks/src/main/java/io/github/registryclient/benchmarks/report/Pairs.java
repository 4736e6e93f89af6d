package io.github.registryclient.benchmarks.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;

/**
 * Two things measured alternately. What counts is the median of each pair's ratio: a pair is over before a shared machine has
 * changed much, and whoever goes first changes from pair to pair.
 */
public final class Pairs {
    private final List<double[]> pairs;

    private Pairs(List<double[]> pairs) {
        this.pairs = pairs;
    }

    /**
     * Measures.
     *
     * @param count how many pairs
     * @param subject what is judged
     * @param bar what it is compared with
     * @return the figures
     */
    public static Pairs measure(int count, DoubleSupplier subject, DoubleSupplier bar) {
        List<double[]> pairs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double[] pair = new double[2];
            int first = i % 2;
            pair[first] = (first == 0 ? subject : bar).getAsDouble();
            pair[1 - first] = (first == 0 ? bar : subject).getAsDouble();
            pairs.add(pair);
        }
        return new Pairs(pairs);
    }

    /**
     * The subject's figure.
     *
     * @return the median
     */
    public double subject() {
        return median(pair -> pair[0]);
    }

    /**
     * The bar's figure.
     *
     * @return the median
     */
    public double bar() {
        return median(pair -> pair[1]);
    }

    /**
     * The subject's figure divided by the bar's.
     *
     * @return the median of the pairs
     */
    public double ratio() {
        return median(Pairs::ratio);
    }

    /**
     * The ratios of all pairs.
     *
     * @return such as {@code 0.93 0.97 1.01}, sorted
     */
    public String ratios() {
        StringBuilder text = new StringBuilder();
        for (double ratio : sorted(Pairs::ratio)) {
            text.append(text.length() == 0 ? "" : " ").append(String.format(Locale.ROOT, "%.2f", ratio));
        }
        return text.toString();
    }

    private static double ratio(double[] pair) {
        return pair[0] / pair[1];
    }

    private double median(ToDoubleFunction<double[]> figure) {
        return median(sorted(figure));
    }

    /**
     * The median.
     *
     * @param figures at least one
     * @return the middle one, or the mean of the two in the middle
     */
    public static double median(double... figures) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private double[] sorted(ToDoubleFunction<double[]> figure) {
        double[] figures = pairs.stream().mapToDouble(figure).toArray();
        Arrays.sort(figures);
        return figures;
    }
}
