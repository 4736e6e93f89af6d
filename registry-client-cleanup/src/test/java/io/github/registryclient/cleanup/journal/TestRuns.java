package io.github.registryclient.cleanup.journal;

import io.github.registryclient.cleanup.journal.JournalEntry.Kind;
import io.github.registryclient.cleanup.report.Outcome;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What runs write, in tests. */
final class TestRuns {
    static final String REGISTRY = "https://registry.example:5000/";
    static final Instant BEGUN = Instant.parse("2026-03-01T02:00:00.123456789Z");
    static final RepositoryName APP = RepositoryName.of("team/app");
    static final String OCI = "application/vnd.oci.image.manifest.v1+json";

    private TestRuns() {}

    static FolderJournal journal(Path folder, Disk disk) {
        return new FolderJournal(folder, disk, LeaseTerms.of(Clock.fixed(BEGUN, ZoneOffset.UTC)));
    }

    /** Where the runs of the registry are. */
    static Path runs(Path folder) {
        return folder.resolve("registry.example_5000-"
                        + Digest.sha256(bytes(REGISTRY)).encoded().substring(0, 32))
                .resolve("runs");
    }

    static RunHeader header(String id) {
        return RunHeader.builder()
                .id(id)
                .purpose(RunHeader.Purpose.APPLY)
                .registry(REGISTRY)
                .account("robot$ci")
                .plan(Digest.sha256(bytes("plan")))
                .begun(BEGUN)
                .build();
    }

    static JournalEntry.Builder entry(Kind kind, Digest digest, String... tags) {
        return JournalEntry.builder()
                .kind(kind)
                .time(BEGUN.plusSeconds(1))
                .repository(APP)
                .digest(digest)
                .tags(Arrays.stream(tags).map(Tag::asServed).collect(Collectors.toList()));
    }

    static JournalEntry intent(Digest digest, String... tags) {
        return entry(Kind.INTENT, digest, tags).build();
    }

    static JournalEntry outcome(Digest digest, Outcome outcome) {
        return entry(Kind.OUTCOME, digest).outcome(outcome).build();
    }

    static JournalEntry end() {
        return JournalEntry.builder().kind(Kind.END).time(BEGUN.plusSeconds(9)).build();
    }

    static Manifest manifest(String note) {
        return Manifest.parse(
                OCI,
                bytes("{\"schemaVersion\": 2,\n\t\"mediaType\": \"" + OCI + "\", \"annotations\": {\"note\": \"" + note
                        + "\"}, \"config\": {\"mediaType\": \"application/vnd.oci.image.config.v1+json\", \"size\": 2,"
                        + " \"digest\": \"sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a\"},"
                        + " \"layers\": []}\n"));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
