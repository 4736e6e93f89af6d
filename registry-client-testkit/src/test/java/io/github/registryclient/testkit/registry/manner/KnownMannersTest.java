package io.github.registryclient.testkit.registry.manner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.registryclient.testkit.manner.AnswerManner;
import io.github.registryclient.testkit.manner.BlobManner;
import io.github.registryclient.testkit.manner.CatalogManner;
import io.github.registryclient.testkit.manner.ChallengeManner;
import io.github.registryclient.testkit.manner.DeletionManner;
import io.github.registryclient.testkit.manner.LinkManner;
import io.github.registryclient.testkit.manner.ManifestManner;
import io.github.registryclient.testkit.manner.Manner;
import io.github.registryclient.testkit.manner.Manners;
import io.github.registryclient.testkit.manner.ReferrersManner;
import io.github.registryclient.testkit.manner.TagListManner;
import io.github.registryclient.testkit.manner.UploadManner;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables: no manner without a decorator, none of a known server without a source. */
class KnownMannersTest {
    static Stream<Manner> all() {
        return Stream.<Manner[]>of(
                        TagListManner.values(),
                        CatalogManner.values(),
                        LinkManner.values(),
                        AnswerManner.values(),
                        ManifestManner.values(),
                        DeletionManner.values(),
                        ReferrersManner.values(),
                        UploadManner.values(),
                        BlobManner.values())
                .flatMap(Arrays::stream);
    }

    static List<Manners> servers() {
        return Manners.known();
    }

    @ParameterizedTest
    @MethodSource("all")
    void every_manner_can_be_played(Manner manner) {
        assertThatCode(() -> PlayedRegistry.with(manner)).doesNotThrowAnyException();
    }

    static Stream<Manner> withChallenges() {
        return Stream.concat(all(), Arrays.stream(ChallengeManner.values()));
    }

    @ParameterizedTest
    @MethodSource("withChallenges")
    void every_manner_says_where_it_is_known_from_in_a_servers_list_or_alone(Manner manner) {
        boolean known = servers().stream().anyMatch(server -> server.has(manner));

        assertThat(Manners.loose().containsKey(manner))
                .as("in the list of loose manners")
                .isNotEqualTo(known);
        assertThat(Manners.loose().getOrDefault(manner, "a server's list")).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void every_server_has_manners_that_say_where_they_are_known_from(Manners server) {
        assertThat(server.sources()).isNotEmpty();
        assertThat(server.sources().values()).allMatch(source -> source.length() > 10);
        assertThat(PlayedRegistry.of(server).get("/v2/nosuch/tags/list").status())
                .isIn(401, 404);
    }

    @Test
    void a_server_has_what_it_was_given_and_not_what_was_taken_away() {
        Manners given = Manners.of("a server").with(BlobManner.WITHOUT_ETAG, "this test");

        assertThat(given.has(BlobManner.WITHOUT_ETAG)).isTrue();
        assertThat(given.has(ManifestManner.WITHOUT_ETAG)).isFalse();
        assertThat(given.without(BlobManner.WITHOUT_ETAG).has(BlobManner.WITHOUT_ETAG))
                .isFalse();
    }

    @Test
    void servers_have_different_names() {
        assertThat(servers()).extracting(Manners::server).doesNotHaveDuplicates();
    }
}
