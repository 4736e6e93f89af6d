package io.github.registryclient.cleanup.restore;

import io.github.registryclient.cleanup.journal.RunRecord;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Names of runs: by time, such as {@code 20260131T235959123Z}. None is a repository's name, which has no capitals. */
public final class RunNames {
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private RunNames() {}

    /**
     * A name for a run that begins now.
     *
     * @param now what time it is
     * @param runs the runs that there are
     * @return greater than all of theirs, also if the clock went back
     */
    public static String next(Instant now, Collection<RunRecord> runs) {
        String name = FORM.format(now);
        String greatest = runs.stream()
                .map(run -> run.header().id())
                .max(Comparator.naturalOrder())
                .orElse("");
        return name.compareTo(greatest) > 0 ? name : greatest + "1";
    }
}
