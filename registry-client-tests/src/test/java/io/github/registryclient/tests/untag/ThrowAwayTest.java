package io.github.registryclient.tests.untag;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.cleanup.journal.JournalEntry;
import io.github.registryclient.cleanup.journal.JournalEntry.Kind;
import io.github.registryclient.cleanup.journal.Lease;
import io.github.registryclient.cleanup.journal.RunHeader;
import io.github.registryclient.cleanup.journal.RunLog;
import io.github.registryclient.cleanup.report.Outcome;
import io.github.registryclient.cleanup.restore.History;
import io.github.registryclient.cleanup.restore.OpenIntent;
import io.github.registryclient.cleanup.untag.ThrowAway;
import io.github.registryclient.cleanup.untag.ThrownAway;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.RepositorySnapshot;
import io.github.registryclient.testkit.manner.Manners;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import io.github.registryclient.testkit.traffic.RequestPattern;
import io.github.registryclient.testkit.traffic.ScriptedAnswer;
import io.github.registryclient.tests.undo.KilledClient;
import io.github.registryclient.tests.undo.MemoryJournal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** H14: a tag that goes by a throw-away, on the embedded registry with the manners of those that cannot delete tags. */
class ThrowAwayTest {
    private static final RepositoryName APP = RepositoryName.of("app");
    private static final Tag GOING = Tag.of("pr-1");
    private static final Tag KEPT = Tag.of("1.0");

    private final SampleImages images = SampleImages.seeded(14);
    private final SampleManifest image = images.image();
    private final Random random = new Random(14);
    private final MemoryJournal journal = new MemoryJournal();
    private EmbeddedRegistry registry = start(Manners.distribution28());
    private HttpRegistryClient client =
            HttpRegistryClient.connect(registry.uri().toString());

    private EmbeddedRegistry start(Manners manners) {
        EmbeddedRegistry started = EmbeddedRegistry.builder().manners(manners).start();
        RegistryFiller.of(started.uri())
                .push(SampleRepository.named("app")
                        .tag("pr-1", image)
                        .tag("1.0", image)
                        .build());
        return started;
    }

    private void restart(Manners manners) {
        stop();
        registry = start(manners);
        client = HttpRegistryClient.connect(registry.uri().toString());
    }

    @AfterEach
    void stop() {
        client.close();
        registry.close();
    }

    private ThrownAway untag(RegistryClient by, Clock clock) {
        try (Lease lease = journal.lease(by.registry().toString());
                RunLog log = log(by)) {
            return throwAway(by, log, lease, clock).untag(APP, GOING, image.digest());
        }
    }

    private ThrownAway untag() {
        return untag(client, Clock.systemUTC());
    }

    private RunLog log(RegistryClient by) {
        return journal.begin(
                RunHeader.builder()
                        .id("run-" + journal.runs(by.registry().toString()).size())
                        .purpose(RunHeader.Purpose.APPLY)
                        .registry(by.registry().toString())
                        .begun(Clock.systemUTC().instant())
                        .build(),
                0);
    }

    private ThrowAway throwAway(RegistryClient by, RunLog log, Lease lease, Clock clock) {
        return new ThrowAway(by, history(), log, lease, clock, random, ThrowAway.LIMIT);
    }

    private History history() {
        return History.of(journal.runs(client.registry().toString()));
    }

    private void resolveAll() {
        journal.revive();
        for (OpenIntent open : history().open()) {
            try (Lease lease = journal.lease(client.registry().toString());
                    RunLog log = journal.resume(open.run())) {
                throwAway(client, log, lease, Clock.systemUTC()).resolve(open.entry());
            }
        }
    }

    private RepositorySnapshot app() {
        return registry.snapshot().repository("app");
    }

    private List<JournalEntry> open() {
        return history().open().stream().map(OpenIntent::entry).collect(Collectors.toList());
    }

    private void assertOnlyOriginal() {
        assertThat(app().manifests()).containsOnlyKeys(image.digest());
        assertThat(app().tags()).containsEntry(KEPT, image.digest());
        assertThat(open()).isEmpty();
    }

    @Test
    void h14_the_tag_goes_the_original_stays_and_two_small_blobs_are_counted() {
        ThrownAway thrown = untag();

        assertThat(thrown.outcome()).isEqualTo(Outcome.UNTAGGED);
        assertThat(thrown.cause()).isEmpty();
        assertThat(thrown.blobsLeft()).isEqualTo(2);
        assertThat(thrown.manifestsLeft()).isZero();
        assertThat(app().tags()).containsOnlyKeys(KEPT);
        assertOnlyOriginal();
        assertThat(registry.garbageCollect().toString()).isNotEmpty();
        assertThat(RegistryFiller.of(registry.uri()).pulls(APP, image)).isTrue();
    }

    @Test
    void h14_a_tag_that_points_elsewhere_is_left_and_one_that_is_gone_needs_nothing() {
        SampleManifest theirs = images.image();
        push(GOING, theirs);
        registry.clearRequests();

        assertThat(untag().outcome()).isEqualTo(Outcome.MOVED);
        assertThat(registry.requests().count(RequestPattern.put("/v2/**"))).isZero();
        client.deleteManifest(APP, theirs.digest());
        assertThat(untag().outcome()).isEqualTo(Outcome.ALREADY_GONE);
    }

    private void push(Tag tag, SampleManifest manifest) {
        RegistryFiller filler = RegistryFiller.of(registry.uri());
        manifest.blobs().forEach(blob -> filler.pushBlob(APP, blob));
        filler.putManifest(APP, tag, manifest);
    }

    @Test
    void h14_where_deletion_is_off_nothing_is_pushed() {
        registry.setDeletion(false);
        registry.clearRequests();

        assertThat(untag().outcome()).isEqualTo(Outcome.NOT_SUPPORTED);
        assertThat(registry.requests().count(RequestPattern.put("/v2/**"))).isZero();
        assertThat(registry.requests().count(RequestPattern.post("/v2/**"))).isZero();
    }

    @Test
    void h14_a_repository_whose_deletions_take_longer_than_the_limit_is_refused_before_the_tag_is_touched() {
        Clock slow = new Clock() {
            private long seconds;

            @Override
            public Instant instant() {
                seconds += 3;
                return Instant.ofEpochSecond(seconds);
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };

        ThrownAway thrown = untag(client, slow);

        assertThat(thrown.outcome()).isEqualTo(Outcome.NOT_SUPPORTED);
        assertThat(thrown.cause().orElseThrow()).contains("3000 ms", "2000 ms");
        assertThat(thrown.blobsLeft()).isOne();
        assertThat(app().tags()).containsOnlyKeys(GOING, KEPT);
        assertOnlyOriginal();
    }

    @Test
    void h14_where_tags_outlive_their_manifest_the_original_is_put_back_under_the_tag() {
        restart(Manners.goContainerRegistry());

        ThrownAway thrown = untag();

        assertThat(thrown.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(thrown.cause().orElseThrow()).contains("keeps the tag", "the tag shows the original");
        assertThat(app().tags()).containsEntry(GOING, image.digest()).containsEntry(KEPT, image.digest());
        assertThat(open()).isEmpty();
    }

    @Test
    void h14_a_delete_that_is_refused_puts_the_original_back() {
        registry.script()
                .on(RequestPattern.delete("/v2/app/manifests/*"))
                .nth(4)
                .answer(ScriptedAnswer.status(403)
                        .header("Content-Type", "application/json")
                        .body("{\"errors\":[{\"code\":\"DENIED\"}]}"));

        ThrownAway thrown = untag();

        assertThat(thrown.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(thrown.cause().orElseThrow()).contains("DENIED", "the tag shows the original");
        assertThat(app().tags()).containsEntry(GOING, image.digest());
        assertOnlyOriginal();
    }

    @Test
    void h14_killed_before_or_within_any_request_it_is_settled_later() {
        int kills = 0;
        for (boolean done : new boolean[] {false, true}) {
            for (boolean killed = true; killed; kills++) {
                KilledClient dying = new KilledClient(client, kills(kills, done), done, journal);
                try {
                    untag(dying.client(), Clock.systemUTC());
                    killed = false;
                } catch (KilledClient.Killed expected) {
                    resolveAll();
                }
                assertThat(app().tags().getOrDefault(GOING, image.digest()))
                        .as("after %s requests", kills)
                        .isEqualTo(image.digest());
                assertOnlyOriginal();
                push(GOING, image);
            }
            first = kills;
        }
        assertThat(kills).isGreaterThan(20);
    }

    private int first;

    private int kills(int all, boolean done) {
        return done ? all - first : all;
    }

    @Test
    void h14_what_somebody_pushes_is_never_lost_and_its_tag_only_between_the_last_look_and_the_put() {
        int unseen = 0;
        for (int n = 0; n < 40; n++) {
            SampleManifest theirs = images.image();
            int at = n;
            Intruder intruder = new Intruder(client, at, () -> push(GOING, theirs));

            ThrownAway thrown = untag(intruder.client(), Clock.systemUTC());

            if (intruder.came()) {
                assertThat(app().manifests()).as("at request %s", n).containsKey(theirs.digest());
                if (intruder.cameRightBeforePut()) {
                    unseen++;
                } else {
                    assertThat(app().tags()).as("at request %s", n).containsEntry(GOING, theirs.digest());
                }
                if (thrown.outcome() != Outcome.UNTAGGED) {
                    assertThat(thrown.outcome()).isEqualTo(Outcome.MOVED);
                }
            }
            assertThat(app().manifests()).containsKey(image.digest());
            assertThat(open()).isEmpty();
            push(GOING, image);
            client.deleteManifest(APP, theirs.digest());
        }
        assertThat(unseen).isOne();
    }

    @Test
    void every_throw_away_is_another_one_and_what_it_replaces_is_in_the_journal() {
        untag();
        push(GOING, image);
        untag();

        List<JournalEntry> announced = journal.entries().stream()
                .filter(entry -> entry.kind() == Kind.THROW_AWAY)
                .collect(Collectors.toList());
        assertThat(announced)
                .extracting(JournalEntry::digest)
                .doesNotHaveDuplicates()
                .hasSize(4);
        assertThat(announced.get(1).cause().orElseThrow())
                .startsWith(image.digest().toString());
        assertThat(history().manifest(image.digest()).orElseThrow().bytes()).isEqualTo(image.bytes());
    }

    @Test
    void the_limit_is_two_seconds_unless_set() {
        assertThat(ThrowAway.LIMIT).isEqualTo(Duration.ofSeconds(2));
    }
}
