package io.github.registryclient.cleanup.restore;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Names of runs: by time, such as {@code 20260131T235959123Z}. None is a repository's name, which has no capitals. */
public final class RunNames {
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final int LENGTH = "20260131T235959123Z".length();

    private RunNames() {}

    /**
     * A name for a run that begins now.
     *
     * @param now what time it is
     * @param newest the greatest name of the runs that there are; empty if there is none
     * @return greater than that, also if the clock went back: then a millisecond later, so that names do not grow
     */
    public static String next(Instant now, Optional<String> newest) {
        String name = FORM.format(now);
        String greatest = newest.orElse("");
        return name.compareTo(greatest) > 0 ? name : after(greatest);
    }

    private static String after(String greatest) {
        String time = greatest.substring(0, Math.min(LENGTH, greatest.length()));
        try {
            return FORM.format(FORM.parse(time, Instant::from).plusMillis(1));
        } catch (DateTimeException named) {
            return greatest + "1"; // by somebody else
        }
    }
}
