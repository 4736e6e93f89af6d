package io.github.registryclient.cleanup.text;

import java.util.List;
import java.util.Locale;

/** Numbers of bytes for people. */
public final class Bytes {
    private static final List<String> UNITS = List.of("KiB", "MiB", "GiB", "TiB", "PiB", "EiB");
    private static final int STEP = 1024;

    private Bytes() {}

    /**
     * A number with its unit.
     *
     * @param bytes how many
     * @return such as {@code 1.5 MiB}
     */
    public static String text(long bytes) {
        if (bytes < STEP) {
            return bytes + " B";
        }
        double number = bytes;
        int unit = -1;
        while (number >= STEP) {
            number /= STEP;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", number, UNITS.get(unit));
    }
}
