package io.github.registryclient.cleanup.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.registryclient.cleanup.age.FirstSight;
import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FolderLedgerTest {
    private static final String REGISTRY = "https://registry.example:5000/";
    private static final Instant BEGAN = Instant.parse("2026-01-05T02:00:00.123456789Z");
    private static final Instant LATER = Instant.parse("2026-02-01T02:00:00Z");
    private static final RepositoryName TEAM = RepositoryName.of("team/app");
    private static final LedgerRecord RECORD = LedgerRecord.builder()
            .began(BEGAN)
            .putRepositories(
                    TEAM,
                    RepositoryRecord.builder()
                            .putTags(Tag.of("1.0.0"), Sighting.of(digest("a"), FirstSight.of(BEGAN, true)))
                            .putTags(Tag.of("latest"), Sighting.of(digest("b"), FirstSight.of(LATER, false)))
                            .putSuperseded(digest("c"), LATER)
                            .build())
            .putRepositories(
                    RepositoryName.asServed("Old Name"),
                    RepositoryRecord.builder()
                            .putTags(Tag.asServed("-a tag, ü"), Sighting.of(digest("a"), FirstSight.of(LATER, false)))
                            .build())
            .putRepositories(
                    RepositoryName.of("empty"), RepositoryRecord.builder().build())
            .build();

    @TempDir
    Path temp;

    @Test
    void before_the_first_run_there_is_none_and_nothing_is_made() {
        assertThat(ledger().load(REGISTRY)).isEmpty();
        assertThat(folder()).doesNotExist();
    }

    @Test
    void what_was_saved_is_loaded_by_the_next_run() {
        ledger().save(REGISTRY, RECORD);

        assertThat(ledger().load(REGISTRY)).hasValue(RECORD);
    }

    @Test
    void the_last_one_saved_is_what_counts() {
        LedgerRecord replacing =
                LedgerRecord.builder().began(LATER).replacesLost(true).build();
        ledger().save(REGISTRY, RECORD);
        ledger().save(REGISTRY, replacing);

        assertThat(ledger().load(REGISTRY)).hasValue(replacing);
    }

    @Test
    void each_registry_has_its_own_whatever_its_name() throws IOException {
        String long1 = "https://" + "x".repeat(300) + "/";
        List<String> registries = List.of(
                REGISTRY,
                "http://registry.example:5000/",
                "https://registry.example:5000/a",
                "https://Registry.example:5000/",
                "https://registry.example_5000/",
                "https://../../etc/",
                long1,
                long1 + "x");
        for (int i = 0; i < registries.size(); i++) {
            ledger().save(
                            registries.get(i),
                            LedgerRecord.builder().began(BEGAN.plusSeconds(i)).build());
        }

        for (int i = 0; i < registries.size(); i++) {
            assertThat(ledger().load(registries.get(i)).orElseThrow().began()).isEqualTo(BEGAN.plusSeconds(i));
        }
        assertThat(names()).hasSize(2 * registries.size()).allMatch(name -> name.length() < 120);
        try (Stream<Path> beside = Files.list(temp)) {
            assertThat(beside).containsExactly(folder());
        }
    }

    @Test
    void an_address_that_is_none_is_refused() {
        assertThatThrownBy(() -> ledger().save("https://a/\nregistry https://b/", RECORD))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("address of a registry");
    }

    @Test
    void h22_a_registry_once_planned_with_a_ledger_is_refused_without_it_until_a_new_one_is_asked_for()
            throws IOException {
        ledger().save(REGISTRY, RECORD);
        Files.delete(file());

        assertThatThrownBy(() -> ledger().load(REGISTRY))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(file().toString())
                .hasMessageContaining("the ledger of " + REGISTRY + " is lost")
                .hasMessageContaining("--new-ledger");
        assertThat(ledger().load("https://other.example/")).isEmpty();
        assertThat(at(LATER).startingAnew().load(REGISTRY))
                .hasValue(LedgerRecord.builder().began(LATER).replacesLost(true).build());
    }

    @Test
    void h22_a_folder_that_cannot_be_looked_into_is_not_taken_for_a_first_run() throws IOException {
        Files.writeString(folder(), "a file is in the way");

        assertThatThrownBy(() -> ledger().load(REGISTRY))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(folder().toString());
    }

    @Test
    void asking_for_a_new_one_says_that_one_was_lost_even_where_its_mark_went_with_it() {
        assertThat(at(LATER).startingAnew().load(REGISTRY).orElseThrow().replacesLost())
                .isTrue();
    }

    @Test
    void a_new_one_is_begun_once_and_what_was_there_stays_until_then() {
        ledger().save(REGISTRY, RECORD);
        FolderLedger anew = at(LATER).startingAnew();
        LedgerRecord begun = anew.load(REGISTRY).orElseThrow();
        assertThat(ledger().load(REGISTRY)).hasValue(RECORD);
        LedgerRecord filled = LedgerRecord.builder()
                .from(begun)
                .putAllRepositories(RECORD.repositories())
                .build();
        anew.save(REGISTRY, filled);

        assertThat(anew.load(REGISTRY)).hasValue(filled);
        assertThat(ledger().load(REGISTRY)).hasValue(filled);
    }

    @Test
    void a_ledger_cut_anywhere_is_refused() throws IOException {
        ledger().save(REGISTRY, RECORD);
        byte[] whole = Files.readAllBytes(file());
        for (int length = 0; length < whole.length; length++) {
            Files.write(file(), Arrays.copyOf(whole, length));

            assertThatThrownBy(() -> ledger().load(REGISTRY))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining(file().toString())
                    .hasMessageContaining("line ")
                    .hasMessageContaining("--new-ledger");
        }
    }

    @Test
    void a_ledger_altered_in_any_byte_is_refused() throws IOException {
        ledger().save(REGISTRY, RECORD);
        byte[] whole = Files.readAllBytes(file());
        for (int at = 0; at < whole.length; at++) {
            byte[] altered = whole.clone();
            altered[at] ^= 1;
            Files.write(file(), altered);

            assertThatThrownBy(() -> ledger().load(REGISTRY))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("line ");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "registry-client-ledger 1 | registry-client-ledger 2 | line 1: expected version 1, not 2",
                "registry-client-ledger 1 | {\"ledger\": 1} | line 1: expected \"registry-client-ledger",
                "registry https://registry.example:5000/ | registry https://b/ | line 2: expected https://registry",
                "began 2026-01-05T02 | began on 2026-01-05T02 | line 3: expected a time, not \"on 2026",
                "repository team/app | repository ../app | line 4: invalid repository name",
                "repository empty | repository team/app | team/app stands there twice",
                "at-least sha256 | surely sha256 | line 5: expected tag, a time, at-least or exact",
                "exact sha256:3e2 | exact sha256:xx2 | line 6: invalid digest",
                "' latest' | '' | line 6: expected tag, a time",
                "' latest' | ' 1.0.0' | line 6: 1.0.0 stands there twice",
                "superseded 2026 | gone 2026 | line 7: expected \"repository",
                "superseded 2026 | superseded 9999999999-2026 | line 7: expected a time",
                "exact sha256 | at-least sha256 | line 11: what stands above is not what was written",
            })
    void a_line_that_is_wrong_is_told_with_its_number(String line, String instead, String message) throws IOException {
        ledger().save(REGISTRY, RECORD);
        String whole = Files.readString(file());
        assertThat(whole).contains(line);
        Files.writeString(file(), whole.replace(line, instead));

        assertThatThrownBy(() -> ledger().load(REGISTRY))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(message);
    }

    @Test
    void more_after_the_end_is_refused_and_so_is_a_line_without_end() throws IOException {
        ledger().save(REGISTRY, RECORD);
        String whole = Files.readString(file());
        Files.writeString(file(), whole + whole);
        assertThatThrownBy(() -> ledger().load(REGISTRY)).hasMessageContaining("expected nothing after it");

        Files.write(file(), new byte[1 << 20]);
        assertThatThrownBy(() -> ledger().load(REGISTRY)).hasMessageContaining("line 1: the line is longer than");
    }

    @Test
    void bytes_that_are_no_text_are_refused() throws IOException {
        Files.createDirectories(folder());
        ledger().save(REGISTRY, RECORD);
        Files.write(file(), new byte[] {(byte) 0xff, '\n'});

        assertThatThrownBy(() -> ledger().load(REGISTRY)).hasMessageContaining("line 1: it is no text in UTF-8");
    }

    @Test
    void the_longest_names_are_loaded_again() {
        LedgerRecord longest = LedgerRecord.builder()
                .began(BEGAN)
                .putRepositories(
                        RepositoryName.asServed("ü".repeat(1024)),
                        RepositoryRecord.builder()
                                .putTags(
                                        Tag.asServed("€".repeat(1024)),
                                        Sighting.of(digest("a"), FirstSight.of(BEGAN, false)))
                                .build())
                .build();
        ledger().save(REGISTRY, longest);

        assertThat(ledger().load(REGISTRY)).hasValue(longest);
    }

    @Test
    void a_hundred_thousand_tags_take_about_13_megabytes() throws IOException {
        RepositoryRecord.Builder tags = RepositoryRecord.builder();
        for (int i = 0; i < 100_000; i++) {
            tags.putTags(
                    Tag.of(String.format("1.0.%d-20260105%04d00", i, i % 2400)),
                    Sighting.of(digest("image" + i), FirstSight.of(LATER.plusSeconds(i / 1000), false)));
        }
        LedgerRecord large = LedgerRecord.builder()
                .began(BEGAN)
                .putRepositories(TEAM, tags.build())
                .build();
        ledger().save(REGISTRY, large);

        assertThat(Files.size(file())).isBetween(11_000_000L, 14_000_000L);
        assertThat(ledger().load(REGISTRY)).hasValue(large);
    }

    @Test
    void what_cannot_be_written_is_told_with_file_and_remedy_and_leaves_what_was_there() throws IOException {
        Files.writeString(folder(), "a file is in the way");

        assertThatThrownBy(() -> ledger().save(REGISTRY, RECORD))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("the ledger cannot be written to " + folder())
                .hasMessageContaining("name another folder");
        assertThat(folder()).hasContent("a file is in the way");
    }

    @Test
    void nothing_unfinished_stays_and_only_the_owner_reads_it() throws IOException {
        assumeTrue(temp.getFileSystem().supportedFileAttributeViews().contains("posix"));
        ledger().save(REGISTRY, RECORD);
        ledger().save(REGISTRY, RECORD);

        List<String> permissions = new ArrayList<>();
        for (String name : names()) {
            permissions.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder().resolve(name))));
        }
        assertThat(permissions).containsExactly("rw-------", "rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
                .isEqualTo("rwx------");
    }

    private Path folder() {
        return temp.resolve("ledgers");
    }

    private FolderLedger ledger() {
        return at(BEGAN);
    }

    private FolderLedger at(Instant now) {
        return new FolderLedger(folder(), Clock.fixed(now, ZoneOffset.UTC));
    }

    private Path file() {
        return new LedgerNames(folder(), REGISTRY).ledger();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toList());
        }
    }

    private static Digest digest(String content) {
        return Digest.sha256(content.getBytes(StandardCharsets.UTF_8));
    }
}
