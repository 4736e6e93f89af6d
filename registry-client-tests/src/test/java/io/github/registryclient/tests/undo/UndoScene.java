package io.github.registryclient.tests.undo;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.cleanup.journal.JournalEntry;
import io.github.registryclient.cleanup.journal.JournalEntry.Kind;
import io.github.registryclient.cleanup.journal.RunHeader;
import io.github.registryclient.cleanup.journal.RunLog;
import io.github.registryclient.cleanup.report.Outcome;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.EmbeddedRegistryBuilder;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An embedded registry, a journal, and runs that delete as an apply does. */
abstract class UndoScene {
    static final RepositoryName APP = RepositoryName.of("app");

    final SampleImages images = SampleImages.seeded(11);
    final MemoryJournal journal = new MemoryJournal();
    final List<RunLog> runs = new ArrayList<>();
    EmbeddedRegistry registry;
    HttpRegistryClient client;

    EmbeddedRegistryBuilder setUp() {
        return EmbeddedRegistry.builder();
    }

    @BeforeEach
    void start() {
        registry = setUp().start();
        client = HttpRegistryClient.connect(registry.uri().toString());
    }

    @AfterEach
    void stop() {
        client.close();
        registry.close();
    }

    void push(SampleRepository.Builder repository) {
        RegistryFiller.of(registry.uri()).push(repository.build());
    }

    void tag(String tag, SampleManifest manifest) {
        RegistryFiller filler = RegistryFiller.of(registry.uri());
        manifest.blobs().forEach(blob -> filler.pushBlob(APP, blob));
        filler.putManifest(APP, Tag.of(tag), manifest);
    }

    RunLog run() {
        return run(RunHeader.Purpose.APPLY, Optional.empty());
    }

    RunLog run(RunHeader.Purpose purpose, Optional<String> account) {
        return run(purpose, account, Optional.empty());
    }

    RunLog run(RunHeader.Purpose purpose, Optional<String> account, Optional<Digest> plan) {
        RunLog log = journal.begin(
                RunHeader.builder()
                        .id("run-" + (runs.size() + 1))
                        .purpose(purpose)
                        .registry(client.registry().toString())
                        .account(account)
                        .plan(plan)
                        .begun(Clock.systemUTC().instant())
                        .build(),
                0);
        runs.add(log);
        return log;
    }

    /** Deletes as an apply does, and ends the run. */
    void delete(SampleManifest... parentsFirst) {
        delete(run(), parentsFirst);
    }

    /** Deletes in that run, and ends it. */
    void delete(RunLog log, SampleManifest... parentsFirst) {
        for (SampleManifest manifest : parentsFirst) {
            delete(log, manifest.digest());
        }
        end(log);
    }

    void delete(RunLog log, Digest digest) {
        List<Tag> tags = intend(log, digest);
        client.deleteManifest(APP, digest);
        log.write(entry(Kind.OUTCOME, digest, tags).outcome(Outcome.DELETED).build());
    }

    List<Tag> intend(RunLog log, Digest digest) {
        return intend(client, log, digest);
    }

    static List<Tag> intend(RegistryClient client, RunLog log, Digest digest) {
        List<Tag> tags = client.resolveTags(APP, client.listTags(APP).toList())
                .tagsByDigest()
                .getOrDefault(digest, List.of());
        log.keep(client.getManifest(APP, digest));
        log.write(entry(Kind.INTENT, digest, tags).build());
        log.flush();
        return tags;
    }

    static void end(RunLog log) {
        log.write(JournalEntry.builder()
                .kind(Kind.END)
                .time(Clock.systemUTC().instant())
                .build());
        log.close();
    }

    static JournalEntry.Builder entry(Kind kind, Digest digest, List<Tag> tags) {
        JournalEntry.Builder entry = JournalEntry.builder();
        entry.kind(kind)
                .time(Clock.systemUTC().instant())
                .repository(APP)
                .digest(digest)
                .addAllTags(tags);
        return entry;
    }

    static String fallbackTag(SampleManifest subject) {
        return subject.digest().referrersTag().toString();
    }
}
