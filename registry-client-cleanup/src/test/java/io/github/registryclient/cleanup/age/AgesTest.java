package io.github.registryclient.cleanup.age;

import static io.github.registryclient.cleanup.judge.TestRepository.NOW;
import static io.github.registryclient.cleanup.judge.TestRepository.digest;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.cleanup.graph.ManifestFacts;
import io.github.registryclient.cleanup.graph.RepositoryGraph;
import io.github.registryclient.cleanup.judge.TestRepository;
import io.github.registryclient.cleanup.judge.TestSights;
import io.github.registryclient.cleanup.policy.AgeRules;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which source decides an age. */
class AgesTest {
    private static final String CREATED = "2020-01-01T00:00:00Z";

    private static Age age(TestRepository repository, String tag, String name, AgeRules rules, Sightings ledger) {
        RepositoryGraph graph = new RepositoryGraph(repository.facts());
        return new Ages(rules, ledger, List.of(), graph, NOW)
                .of(Tag.of(tag), graph.manifest(digest(name)).orElseThrow());
    }

    private static Age age(String tag, String created) {
        return age(TestRepository.app().tagged(tag, created), tag, tag, AgeRules.defaults(), Sightings.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "1.0.0-201806041925053, 2018-06-04T19:25:00Z, 053",
        "2.0.0-201809251650031, 2018-09-25T16:50:00Z, 031",
        "main-20260301120000, 2026-03-01T12:00:00Z, 00",
    })
    void the_time_stamp_of_ci_tags_is_read_to_the_minute(String tag, Instant time, String rest) {
        Age age = age(tag, "2013-04-01T00:00:00Z");

        assertThat(age.time()).contains(time);
        assertThat(age.rest()).isEqualTo(rest);
        assertThat(age.decided().orElseThrow().source()).isEqualTo(Age.TAG);
        assertThat(age.push()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v-201813041925", "v-209912312359", "v-201002031200", "v-20180604", "1.0.0"})
    void what_is_no_plausible_time_in_a_tag_does_not_count(String tag) {
        assertThat(age(tag, CREATED).time()).contains(Instant.parse(CREATED));
        assertThat(age(tag, CREATED).push()).isEmpty();
    }

    @Test
    void a_time_stamp_that_is_ahead_by_a_clock_or_a_zone_leaves_the_age_unknown() {
        assertThat(age("main-202606010237", CREATED).noLaterThan()).isEmpty(); // pushed now, in a zone to the east
        assertThat(age(
                                TestRepository.app().tagged("main-202606010237", CREATED),
                                "main-202606010237",
                                "main-202606010237",
                                AgeRules.builder().source(Age.CONFIG).build(),
                                Sightings.NONE)
                        .time())
                .contains(Instant.parse(CREATED));
    }

    @Test
    void an_index_is_no_older_than_its_youngest_image_though_another_has_no_date() {
        TestRepository mixed = TestRepository.app()
                .image("young", "2026-05-31T00:00:00Z")
                .image("undated", "1970-01-01T00:00:00Z")
                .index("index", "young", "undated")
                .tag("v-201806041925", "index")
                .tag("v", "index");

        assertThat(age(mixed, "v-201806041925", "index", AgeRules.defaults(), Sightings.NONE)
                        .time())
                .contains(Instant.parse("2026-05-31T00:00:00Z"));
        assertThat(age(mixed, "v", "index", AgeRules.defaults(), Sightings.NONE).noLaterThan())
                .isEmpty();
    }

    @Test
    void what_only_speaks_of_the_images_of_an_index_needs_no_date() {
        TestRepository attested = TestRepository.app()
                .image("image", CREATED)
                .attestation("attestation")
                .index("index", "image", "attestation")
                .tag("v", "index");

        assertThat(age(attested, "v", "index", AgeRules.defaults(), Sightings.NONE)
                        .time())
                .contains(Instant.parse(CREATED));
    }

    @Test
    void the_youngest_source_counts() {
        assertThat(age("v-201806041925", "2021-01-01T00:00:00Z").time())
                .contains(Instant.parse("2021-01-01T00:00:00Z"));
        assertThat(age(
                                TestRepository.app().tagged("v", CREATED),
                                "v",
                                "v",
                                AgeRules.defaults(),
                                TestSights.seen(NOW.minusSeconds(60)))
                        .time())
                .contains(NOW.minusSeconds(60));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01T00:00:00Z",
                "1980-01-01T00:00:01Z",
                "2013-03-19T23:59:59Z",
                "2026-06-02T00:00:00Z",
                "no date",
                ""
            })
    void a_bogus_date_is_unknown(String created) {
        Age age = age("v", created);

        assertThat(age.noLaterThan()).isEmpty();
        assertThat(age.evidence())
                .singleElement()
                .satisfies(one -> assertThat(one.ignoredBecause()).isPresent());
    }

    @Test
    void an_index_is_as_young_as_its_youngest_image() {
        TestRepository repository = TestRepository.app()
                .image("amd", "2020-01-01T00:00:00Z")
                .image("arm", "2022-01-01T00:00:00Z")
                .index("inner", "arm")
                .index("index", "amd", "inner")
                .tag("v", "index");

        assertThat(age(repository, "v", "index", AgeRules.defaults(), Sightings.NONE)
                        .time())
                .contains(Instant.parse("2022-01-01T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01T00:00:00Z", "missing"})
    void an_index_with_an_image_of_unknown_age_has_none(String other) {
        TestRepository repository = TestRepository.app().image("amd", CREATED);
        if (!other.equals("missing")) {
            repository.image("arm", other);
        }
        repository.index("index", "amd", "arm").tag("v", "index");

        assertThat(age(repository, "v", "index", AgeRules.defaults(), Sightings.NONE)
                        .noLaterThan())
                .isEmpty();
    }

    @Test
    void what_was_there_when_the_ledger_began_is_only_at_least_that_old() {
        Instant began = NOW.minusSeconds(3600);
        Age known = age(
                TestRepository.app().tagged("v", CREATED),
                "v",
                "v",
                AgeRules.defaults(),
                TestSights.thereAtTheBeginning(began));
        Age unknown = age(
                TestRepository.app().tagged("v", "1970-01-01T00:00:00Z"),
                "v",
                "v",
                AgeRules.defaults(),
                TestSights.thereAtTheBeginning(began));

        assertThat(known.time()).contains(Instant.parse(CREATED));
        assertThat(unknown.time()).isEmpty();
        assertThat(unknown.noLaterThan()).contains(began);
    }

    @Test
    void h22_first_sights_of_a_ledger_that_stands_in_for_a_lost_one_make_the_age_unknown_but_for_a_pinned_source() {
        Sightings anew = TestSights.afterALoss(NOW.minusSeconds(3600));
        TestRepository repository = TestRepository.app().tagged("v-202605010000", CREATED);
        AgeRules pinned = AgeRules.builder().source(Age.CONFIG).build();

        Age age = age(repository, "v-202605010000", "v-202605010000", AgeRules.defaults(), anew);
        Age byConfig = age(repository, "v-202605010000", "v-202605010000", pinned, anew);

        assertThat(age.noLaterThan()).isEmpty();
        assertThat(age.push().orElseThrow().source()).isEqualTo(Age.TAG);
        assertThat(age.evidence())
                .anySatisfy(one -> assertThat(one.ignoredBecause().orElse("")).contains("lost"));
        assertThat(byConfig.time()).contains(Instant.parse(CREATED));
    }

    @Test
    void a_policy_may_pin_one_source() {
        AgeRules pinned = AgeRules.builder().source(Age.CONFIG).build();

        assertThat(age(
                                TestRepository.app().tagged("v-202605010000", CREATED),
                                "v-202605010000",
                                "v-202605010000",
                                pinned,
                                Sightings.NONE)
                        .time())
                .contains(Instant.parse(CREATED));
    }

    @Test
    void a_source_that_fails_makes_the_age_unknown() {
        RepositoryGraph graph =
                new RepositoryGraph(TestRepository.app().tagged("v", CREATED).facts());
        AgeSource fails = new AgeSource() {
            @Override
            public String name() {
                return "x-pushes";
            }

            @Override
            public Optional<Instant> time(RepositoryName repository, Optional<Tag> tag, Digest digest) {
                throw new IllegalStateException("no connection");
            }
        };
        ManifestFacts manifest = graph.manifest(digest("v")).orElseThrow();

        Age age = new Ages(AgeRules.defaults(), Sightings.NONE, List.of(fails), graph, NOW).of(Tag.of("v"), manifest);

        assertThat(age.noLaterThan()).isEmpty();
        assertThat(age.evidence().get(1).ignoredBecause())
                .hasValueSatisfying(why -> assertThat(why).contains("no connection"));
    }
}
