package io.github.registryclient.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.cleanup.report.ItemReport;
import io.github.registryclient.cleanup.report.Outcome;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.testkit.MovableClock;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PrintedProgressTest {
    private static final RepositoryName WEB = RepositoryName.of("shop/web");

    private final MovableClock clock = MovableClock.at(Instant.parse("2026-01-01T00:00:00Z"));
    private final StringWriter shown = new StringWriter();

    private PrintedProgress progress(PrintedProgress.Style style) {
        return new PrintedProgress(new PrintWriter(shown, true), style, clock);
    }

    private static ItemReport item(int number) {
        return ItemReport.builder()
                .repository(WEB)
                .digest(Digest.sha256(String.valueOf(number).getBytes(StandardCharsets.UTF_8)))
                .isManifest(true)
                .outcome(Outcome.DELETED)
                .because("old")
                .bytes(1024)
                .build();
    }

    private String takeShown() {
        String text = shown.toString();
        shown.getBuffer().setLength(0);
        return text;
    }

    @Test
    void elsewhere_than_on_a_terminal_a_line_comes_every_ten_seconds_with_rate_and_what_is_left() {
        try (PrintedProgress progress = progress(PrintedProgress.Style.LINES)) {
            progress.planned(1000, 0);
            for (int i = 0; i < 95; i++) {
                clock.move(Duration.ofMillis(100));
                progress.done(item(i));
            }
            assertThat(takeShown()).isEmpty();

            for (int i = 95; i < 100; i++) {
                clock.move(Duration.ofMillis(100));
                progress.done(item(i));
            }
            assertThat(takeShown())
                    .isEqualTo("run: 100 of 1,000, 100.0 KiB, 10.0/s, 0:01:30 left" + System.lineSeparator());
        }
        assertThat(takeShown()).isEmpty();
    }

    @Test
    void what_is_told_again_counts_once() {
        try (PrintedProgress progress = progress(PrintedProgress.Style.LINES)) {
            progress.planned(2, 0);
            progress.done(item(1));
            clock.move(Duration.ofSeconds(20));
            progress.done(item(1));
        }
        assertThat(takeShown()).startsWith("run: 1 of 2, 1.0 KiB");
    }

    @Test
    void a_bar_is_drawn_over_itself_fits_on_the_line_and_leaves_none() {
        try (PrintedProgress progress = progress(PrintedProgress.Style.BAR)) {
            progress.planned(2, 0);
            clock.move(Duration.ofSeconds(1));
            progress.deleting(
                    RepositoryName.of("a/repository/with/a/name/that/is/longer/than/terminals/are/wide"), "1");
            assertThat(takeShown())
                    .startsWith("[--------------------] 0 of 2, 0 B  a/repository/")
                    .hasSize(78);

            clock.move(Duration.ofSeconds(1));
            progress.done(item(1));
            assertThat(takeShown())
                    .startsWith(
                            "\r" + " ".repeat(78) + "\r[##########----------] 1 of 2, 1.0 KiB, 0.5/s, 0:00:02 left");
        }
        assertThat(takeShown()).isEqualTo("\r" + " ".repeat(78) + "\r");
    }

    @Test
    void quiet_it_tells_only_warnings() {
        try (PrintedProgress progress = progress(PrintedProgress.Style.NONE)) {
            progress.planned(2, 0);
            clock.move(Duration.ofMinutes(1));
            progress.reading(WEB);
            progress.done(item(1));
            progress.warned("somebody should know");
        }
        assertThat(takeShown()).isEqualTo("run: warning: somebody should know" + System.lineSeparator());
    }
}
