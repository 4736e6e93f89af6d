package io.github.registryclient.cleanup.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.cleanup.age.FirstSight;
import io.github.registryclient.cleanup.graph.ChildFacts;
import io.github.registryclient.cleanup.graph.ManifestFacts;
import io.github.registryclient.cleanup.graph.RepositoryFacts;
import io.github.registryclient.cleanup.policy.ManifestKind;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LedgerBookTest {
    private static final Instant FIRST = Instant.parse("2026-01-05T02:00:00Z");
    private static final Instant SECOND = FIRST.plus(Duration.ofDays(1));
    private static final Instant THIRD = SECOND.plus(Duration.ofDays(1));
    private static final Duration TERM = Duration.ofDays(30);
    private static final RepositoryName APP = RepositoryName.of("team/app");
    private static final RepositoryName OTHER = RepositoryName.of("team/other");
    private static final Tag LATEST = Tag.of("latest");
    private static final Tag RELEASE = Tag.of("1.0.0");
    private static final Digest OLD = digest("old");
    private static final Digest NEW = digest("new");

    @Test
    void h22_the_first_run_says_of_all_it_finds_that_it_is_at_least_that_old() {
        LedgerBook book = look(Optional.empty(), FIRST, tagged(APP, LATEST, OLD));

        assertThat(book.began()).hasValue(FIRST);
        assertThat(book.isUntrusted()).isFalse();
        assertThat(book.firstSight(APP, LATEST, OLD)).hasValue(FirstSight.of(FIRST, true));
        assertThat(book.closed().began()).isEqualTo(FIRST);
        assertThat(book.closed().replacesLost()).isFalse();
    }

    @Test
    void h2_a_new_tag_in_a_later_run_is_an_exact_first_sight_and_an_old_one_stays_what_it_was() {
        LedgerBook book = look(
                firstRun(),
                SECOND,
                tagged(APP, LATEST, OLD).putTags(RELEASE, OLD).putManifests(OLD, image(OLD)));

        assertThat(book.firstSight(APP, RELEASE, OLD)).hasValue(FirstSight.of(SECOND, false));
        assertThat(book.firstSight(APP, LATEST, OLD)).hasValue(FirstSight.of(FIRST, true));
        assertThat(book.began()).hasValue(FIRST);
    }

    @Test
    void h2_a_tag_that_moved_is_seen_anew_and_so_is_one_that_moved_back() {
        LedgerRecord moved = look(firstRun(), SECOND, tagged(APP, LATEST, NEW)).closed();
        LedgerBook back = look(Optional.of(moved), THIRD, tagged(APP, LATEST, OLD));

        assertThat(moved.repositories().get(APP).tags().get(LATEST).first()).isEqualTo(FirstSight.of(SECOND, false));
        assertThat(back.firstSight(APP, LATEST, OLD)).hasValue(FirstSight.of(THIRD, false));
        assertThat(back.firstSight(APP, LATEST, NEW)).isEmpty();
    }

    @Test
    void a_repository_that_was_not_looked_at_stays_as_it_was() {
        LedgerRecord closed =
                look(firstRun(), SECOND, tagged(OTHER, LATEST, NEW)).closed();

        assertThat(closed.repositories()).containsOnlyKeys(APP, OTHER);
        assertThat(closed.repositories().get(APP))
                .isEqualTo(firstRun().orElseThrow().repositories().get(APP));
    }

    @Test
    void a_repository_that_could_not_be_read_completely_stays_as_it_was() {
        LedgerBook book = look(
                firstRun(),
                SECOND,
                tagged(APP, LATEST, NEW).addTroubles("500"),
                tagged(OTHER, LATEST, NEW).addTroubles("500"));

        assertThat(book.closed().repositories())
                .isEqualTo(firstRun().orElseThrow().repositories());
        assertThat(book.firstSight(APP, LATEST, NEW)).isEmpty();
        assertThat(book.firstSight(APP, LATEST, OLD)).hasValue(FirstSight.of(FIRST, true));
        assertThat(book.firstSight(OTHER, LATEST, NEW)).isEmpty();
    }

    @Test
    void h1_what_lost_its_tags_and_is_still_there_is_remembered_with_the_time_since_when() {
        LedgerBook second = look(firstRun(), SECOND, tagged(APP, LATEST, NEW).putManifests(OLD, image(OLD)));
        LedgerBook third = look(
                Optional.of(second.closed()), THIRD, tagged(APP, LATEST, NEW).putManifests(OLD, image(OLD)));

        assertThat(second.firstSight(APP, OLD)).hasValue(FirstSight.of(SECOND, false));
        assertThat(third.firstSight(APP, OLD)).hasValue(FirstSight.of(SECOND, false));
        assertThat(third.known(APP)).containsExactly(NEW, OLD);
        assertThat(third.firstSight(APP, NEW)).isEmpty();
    }

    @Test
    void h1_an_index_that_was_only_seen_in_another_is_remembered_and_unseen_by_itself_since_that_is_gone() {
        Digest child = digest("child");
        LedgerBook first = look(
                Optional.empty(),
                FIRST,
                tagged(APP, LATEST, NEW).putManifests(NEW, index(NEW, OLD)).putManifests(OLD, index(OLD, child)));
        LedgerBook second = look(
                Optional.of(first.closed()), SECOND, tagged(APP, RELEASE, NEW).putManifests(OLD, index(OLD, child)));

        assertThat(first.closed().repositories().get(APP).led()).containsExactly(OLD);
        assertThat(new LedgerBook(Optional.of(first.closed()), SECOND, TERM).known(APP))
                .containsExactlyInAnyOrder(NEW, OLD);
        assertThat(second.firstSight(APP, OLD)).hasValue(FirstSight.of(SECOND, false));
    }

    @Test
    void what_lost_its_tags_and_is_gone_is_forgotten() {
        LedgerRecord second = look(firstRun(), SECOND, tagged(APP, LATEST, NEW).putManifests(OLD, image(OLD)))
                .closed();
        LedgerRecord third =
                look(Optional.of(second), THIRD, tagged(APP, LATEST, NEW)).closed();

        assertThat(third.repositories().get(APP).superseded()).isEmpty();
    }

    @Test
    void what_has_a_tag_again_is_superseded_no_more() {
        LedgerRecord second = look(firstRun(), SECOND, tagged(APP, LATEST, NEW).putManifests(OLD, image(OLD)))
                .closed();
        LedgerBook third =
                look(Optional.of(second), THIRD, tagged(APP, LATEST, NEW).putTags(RELEASE, OLD));

        assertThat(third.firstSight(APP, OLD)).isEmpty();
        assertThat(third.firstSight(APP, RELEASE, OLD)).hasValue(FirstSight.of(THIRD, false));
    }

    @Test
    void a_repository_without_tags_is_remembered_as_such() {
        LedgerRecord second =
                look(firstRun(), SECOND, RepositoryFacts.builder().name(APP)).closed();

        assertThat(second.repositories().get(APP))
                .isEqualTo(RepositoryRecord.builder().build());
    }

    @Test
    void h22_a_ledger_that_replaces_a_lost_one_is_not_believed_before_it_is_as_old_as_the_longest_term() {
        Optional<LedgerRecord> anew = Optional.of(
                LedgerRecord.builder().began(FIRST).replacesLost(true).build());
        LedgerRecord closed = look(anew, FIRST, tagged(APP, LATEST, OLD)).closed();
        Instant believed = FIRST.plus(TERM);

        assertThat(closed.replacesLost()).isTrue();
        assertThat(closed.began()).isEqualTo(FIRST);
        assertThat(closed.repositories()).containsOnlyKeys(APP);
        assertThat(new LedgerBook(anew, FIRST, TERM).isUntrusted()).isTrue();
        assertThat(new LedgerBook(Optional.of(closed), believed.minusSeconds(1), TERM).isUntrusted())
                .isTrue();
        assertThat(new LedgerBook(Optional.of(closed), believed, TERM).isUntrusted())
                .isFalse();
    }

    @Test
    void nothing_is_known_of_a_repository_before_it_was_seen() {
        LedgerBook book = new LedgerBook(firstRun(), SECOND, TERM);

        assertThat(book.known(OTHER)).isEmpty();
        assertThat(book.known(APP)).containsExactly(OLD);
        assertThat(book.closed()).isEqualTo(firstRun().orElseThrow());
    }

    private static Optional<LedgerRecord> firstRun() {
        return Optional.of(
                look(Optional.empty(), FIRST, tagged(APP, LATEST, OLD)).closed());
    }

    private static LedgerBook look(Optional<LedgerRecord> before, Instant now, RepositoryFacts.Builder... facts) {
        LedgerBook book = new LedgerBook(before, now, TERM);
        for (RepositoryFacts.Builder one : facts) {
            book.look(one.build());
        }
        return book;
    }

    private static RepositoryFacts.Builder tagged(RepositoryName name, Tag tag, Digest digest) {
        return RepositoryFacts.builder().name(name).putTags(tag, digest).putManifests(digest, image(digest));
    }

    private static ManifestFacts index(Digest digest, Digest child) {
        return ManifestFacts.builder()
                .digest(digest)
                .mediaType("index")
                .kind(ManifestKind.INDEX)
                .size(1)
                .addChildren(ChildFacts.builder().digest(child).build())
                .build();
    }

    private static ManifestFacts image(Digest digest) {
        return ManifestFacts.builder()
                .digest(digest)
                .mediaType("application/vnd.oci.image.manifest.v1+json")
                .kind(ManifestKind.IMAGE)
                .size(2)
                .build();
    }

    private static Digest digest(String content) {
        return Digest.sha256(content.getBytes(StandardCharsets.UTF_8));
    }
}
