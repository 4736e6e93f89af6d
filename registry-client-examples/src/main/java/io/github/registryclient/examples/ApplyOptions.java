package io.github.registryclient.examples;

import io.github.registryclient.cleanup.apply.ApplierBuilder;
import io.github.registryclient.error.InvalidInputException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a plan is carried out. */
final class ApplyOptions {
    @Option(names = "--require-undo", description = "Delete only what could be put back, by an account that may push.")
    private boolean requireUndo;

    @Option(names = "--stop-after", paramLabel = "TIME", description = "End after that long: 2h, 90m. Nothing is lost.")
    private @Nullable String stopAfter;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            description = "End then: 06:00 is the next one here; or 2026-12-01T06:00:00Z.")
    private @Nullable String until;

    @Option(names = "--at-most", paramLabel = "N", description = "End after so many manifests and tags.")
    private @Nullable Integer atMost;

    @Option(
            names = "--accept-slow",
            description = {
                "Go on where the registry takes more than 2 s for a DELETE, though",
                "what is pushed in that time may be lost unseen."
            })
    private boolean acceptSlow;

    @Option(
            names = "--untag-by-throw-away",
            description = {
                "Remove tags whose manifest stays also where the registry deletes only manifests: for a",
                "moment the tag is that of an empty image. See docs/cleanup.md."
            })
    private boolean throwAway;

    @Option(
            names = "--keep-journal",
            paramLabel = "TIME",
            description = {
                "Forget older runs at the end: 90d. Those of which something may",
                "still have to be put back stay. If left out, all stay."
            })
    private @Nullable String keepJournal;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "What became of everything, as JSON; also if it is stopped or refused.")
    private @Nullable Path report;

    @Option(names = "--quiet", description = "Show no progress, only warnings and the report.")
    private boolean quiet;

    Optional<Path> report() {
        return Optional.ofNullable(report);
    }

    boolean quiet() {
        return quiet;
    }

    /** Wrong usage is found before anything is asked or done. */
    void check() {
        if (stopAfter != null) {
            Times.length("--stop-after", stopAfter);
        }
        if (until != null) {
            Times.next("--until", until, now());
        }
        if (keepJournal != null) {
            Times.length("--keep-journal", keepJournal);
        }
        if (atMost != null && atMost < 1) {
            throw InvalidInputException.of("--at-most", atMost.toString(), "expected a number from 1 on");
        }
        if (report != null && !Files.isDirectory(report.toAbsolutePath().resolveSibling("."))) {
            throw InvalidInputException.of("--report", report.toString(), "there is no such folder; create it");
        }
    }

    void set(ApplierBuilder applier, PrintWriter err) {
        if (requireUndo) {
            applier.requireUndo();
        }
        if (acceptSlow) {
            applier.acceptSlowDeletions();
        }
        if (throwAway) {
            applier.untagByThrowAway();
        }
        if (atMost != null) {
            applier.atMost(atMost);
        }
        if (keepJournal != null) {
            applier.keepJournal(Times.length("--keep-journal", keepJournal));
        }
        if (stopAfter != null) {
            applier.stopAfter(Times.length("--stop-after", stopAfter));
        }
        if (until != null) {
            Instant end = Times.next("--until", until, now());
            applier.until(end);
            err.println("run: ends at "
                    + DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(end.atZone(ZoneId.systemDefault())));
        }
    }

    private static ZonedDateTime now() {
        return ZonedDateTime.now(ZoneId.systemDefault());
    }
}
