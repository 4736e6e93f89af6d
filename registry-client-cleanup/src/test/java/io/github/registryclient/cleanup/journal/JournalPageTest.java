package io.github.registryclient.cleanup.journal;

import static io.github.registryclient.cleanup.journal.TestRuns.REGISTRY;
import static io.github.registryclient.cleanup.journal.TestRuns.end;
import static io.github.registryclient.cleanup.journal.TestRuns.entry;
import static io.github.registryclient.cleanup.journal.TestRuns.header;
import static io.github.registryclient.cleanup.journal.TestRuns.intent;
import static io.github.registryclient.cleanup.journal.TestRuns.manifest;
import static io.github.registryclient.cleanup.journal.TestRuns.outcome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.registryclient.cleanup.report.Outcome;
import io.github.registryclient.manifest.Manifest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of {@code docs/journal.md}, as they stand there. */
class JournalPageTest {
    private static final Manifest ONE = manifest("one \u00fc");
    private static final Manifest TWO = manifest("two");

    @TempDir
    Path temp;

    @BeforeEach
    void twoRuns() {
        boolean isThere = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "jq")));
        if (!isThere) {
            System.out.println("skipped, as jq is not on the PATH: the examples of docs/journal.md");
        }
        assumeTrue(isThere);
        FolderJournal journal = TestRuns.journal(temp, new RealDisk());
        try (RunLog log = journal.begin(header("r1"), 0)) {
            log.keep(ONE);
            log.write(intent(ONE.digest(), "1.0", "latest"));
            log.write(outcome(ONE.digest(), Outcome.DELETED));
            log.write(end());
        }
        try (RunLog log = journal.begin(header("r2"), 0)) {
            log.keep(TWO);
            log.write(intent(TWO.digest()));
            log.write(entry(JournalEntry.Kind.OUTCOME, TWO.digest())
                    .outcome(Outcome.DENIED)
                    .build());
        }
    }

    @Test
    void what_was_deleted() throws Exception {
        assertThat(output("deleted")).isEqualTo("team/app@" + ONE.digest() + "\n");
    }

    @Test
    void what_it_was_called() throws Exception {
        assertThat(output("tags")).isEqualTo(ONE.digest() + " 1.0,latest\n" + TWO.digest() + " \n");
    }

    @Test
    void a_manifest_byte_for_byte() throws Exception {
        assertThat(output("manifest").getBytes(StandardCharsets.UTF_8)).isEqualTo(ONE.bytes());
    }

    @Test
    void outcomes_counted() throws Exception {
        assertThat(output("outcomes").replaceAll(" +", " ")).isEqualTo(" 1 DELETED\n 1 DENIED\n");
    }

    @Test
    void who_is_at_work() throws Exception {
        try (Lease lease = TestRuns.journal(temp, new RealDisk()).lease(REGISTRY)) {
            lease.require();
            assertThat(output("lease"))
                    .contains(" " + ProcessHandle.current().pid() + " since 2026-03-01T02:00:00.123456789Z");
        }
        assertThat(output("lease")).isEqualTo("nobody\n");
    }

    private String output(String example) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", script(example))
                .directory(TestRuns.runs(temp).getParent().toFile())
                .redirectErrorStream(true);
        shell.environment().put("DIGEST", ONE.digest().toString());
        Process running = shell.start();
        try {
            running.getOutputStream().close();
            String output = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(running.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(running.exitValue()).as(output).isZero();
            return output;
        } finally {
            running.destroyForcibly();
        }
    }

    private static String script(String example) throws IOException {
        List<String> page = Files.readAllLines(Path.of("..", "docs", "journal.md"));
        int mark = page.indexOf("<!-- jq " + example + " -->");
        assertThat(mark).as("the mark of " + example).isNotNegative();
        List<String> script = new ArrayList<>();
        for (int i = mark + 2; !page.get(i).equals("```"); i++) {
            script.add(page.get(i));
        }
        return String.join("\n", script);
    }
}
