package io.github.registryclient.tests.traps;

import static io.github.registryclient.testkit.traffic.RequestPattern.any;
import static io.github.registryclient.testkit.traffic.RequestPattern.delete;
import static io.github.registryclient.testkit.traffic.RequestPattern.get;
import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.registryclient.ResolvedTags;
import io.github.registryclient.auth.Credentials;
import io.github.registryclient.docker.DockerCredentials;
import io.github.registryclient.error.DigestMismatchException;
import io.github.registryclient.error.NoResponseException;
import io.github.registryclient.error.NotPermittedException;
import io.github.registryclient.error.TooManyRequestsException;
import io.github.registryclient.error.UnverifiedDigestException;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.manifest.MediaTypes;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.SyntheticContent;
import io.github.registryclient.testkit.manner.CatalogManner;
import io.github.registryclient.testkit.manner.ChallengeManner;
import io.github.registryclient.testkit.manner.ManifestManner;
import io.github.registryclient.testkit.manner.TagListManner;
import io.github.registryclient.testkit.sample.SampleLayouts;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import io.github.registryclient.testkit.traffic.Ending;
import io.github.registryclient.testkit.traffic.ScriptedAnswer;
import java.nio.file.Files;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The traps for clients of registries, in the order of the list that was made of them; each caught some client of the JVM. */
class PeersTrapsTest extends Trap {
    private static final Tag ONE = Tag.of("1");
    private static final Tag TWO = Tag.of("2");

    @Test
    void docker_v2_only_accept_on_a_manifest_list() {
        play(ManifestManner.LIST_BECOMES_ITS_AMD64_CHILD);
        SampleManifest list = images.twoPlatformDockerList();
        push(SampleRepository.named("team/app").tag("1", list));
        assertThat(client.getManifestDigest(APP, ONE)).isEqualTo(list.digest());
        assertThat(client.getManifest(APP, ONE).digest()).isEqualTo(list.digest());
        assertThat(registry.requests().matching(any(MANIFESTS + "**")))
                .isNotEmpty()
                .allSatisfy(request ->
                        assertThat(request.header("Accept").orElse("")).contains(MediaTypes.manifests()));
    }

    @Test
    void link_with_orderby() {
        play();
        registry.script().on(get(TAGS).withoutQuery("orderby")).answer(page(TAGS + "?last=a&n=2&orderby=", "a"));
        registry.script().on(get(TAGS).withQuery("orderby", "")).answer(page("", "b"));
        assertThat(client.listTags(APP).toList()).containsExactly(Tag.of("a"), Tag.of("b"));
        assertThat(registry.requests().all())
                .last()
                .satisfies(request -> assertThat(request.query()).isEqualTo("last=a&n=2&orderby="));
    }

    @Test
    void next_page_cursors() {
        play(TagListManner.CURSOR_IS_A_TOKEN);
        push(content(12));
        assertThat(client.listTags(APP).withPageSize(5).toList()).hasSize(12).doesNotHaveDuplicates();
        assertThat(registry.requests().count(get(TAGS).withQuery("next_page", "*")))
                .isEqualTo(2);
    }

    @Test
    void a_hundred_and_one_repositories() {
        play(settings -> settings.synthetic(SyntheticContent.seeded(1).repositories("many", 101))
                .manner(CatalogManner.PAGES_OF_AT_MOST_100));
        assertThat(client.listRepositories().toList()).hasSize(101);
    }

    @Test
    void more_than_ten_thousand_tags_and_more_than_a_hundred_pages() {
        play(settings -> settings.synthetic(SyntheticContent.seeded(1).tags("team/app", 10_050, 7)));
        assertThat(client.listTags(APP).withPageSize(100).toList())
                .hasSize(10_050)
                .doesNotHaveDuplicates();
        assertThat(registry.requests().size()).isEqualTo(101);
    }

    @Test
    void tags_null() {
        play(TagListManner.NULL_WHEN_EMPTY);
        pushOneTag();
        client.deleteManifest(APP, image.digest());
        assertThat(client.listTags(APP).toList()).isEmpty();
    }

    @Test
    void two_page_referrers() {
        play(settings -> settings.referrersPerPage(2));
        push(oneTag().untagged(images.referrer(image, "application/spdx+json"))
                .untagged(images.referrer(image, "application/sarif+json"))
                .untagged(images.referrer(image, "text/plain")));
        assertThat(client.listReferrers(APP, image.digest()).toList()).hasSize(3);
        assertThat(registry.requests().count(get("/v2/team/app/referrers/**"))).isEqualTo(2);
    }

    @Test
    void a_308() {
        play();
        pushOneTag();
        String target = registry.uri() + MANIFESTS + image.digest();
        registry.script().on(any(MANIFESTS + "1")).times(2).answer(status(308).header("Location", target));
        assertThat(client.getManifestDigest(APP, ONE)).isEqualTo(image.digest());
        assertThat(client.getManifest(APP, ONE).bytes()).isEqualTo(image.bytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {MANIFESTS + "2", "2", "../manifests/2", "?again=1"})
    void a_relative_location(String location) {
        play();
        push(oneTag().tag("2", image));
        registry.script().on(get(MANIFESTS + "1")).answer(status(307).header("Location", location));
        assertThat(client.getManifest(APP, ONE).bytes()).isEqualTo(image.bytes());
    }

    @Test
    void a_403_without_challenge() {
        play();
        String body = "{\"errors\":[{\"code\":\"DENIED\",\"message\":\"the quota is spent\"}]}";
        registry.script()
                .on(get(TAGS))
                .answer(status(403).header("Content-Type", "application/json").body(body));
        assertThatThrownBy(() -> client.listTags(APP).toList())
                .isInstanceOf(NotPermittedException.class)
                .hasMessageContaining("403")
                .hasMessageContaining("DENIED")
                .hasMessageContaining("the quota is spent");
        assertThat(registry.requests().size()).isEqualTo(1);
    }

    @Test
    void basic_challenge_on_a_wrong_password() {
        play(settings -> settings.htpasswd(USER, PASSWORD));
        HttpRegistryClient stranger = client.with(Credentials.basic(USER, "wr0ng-5ecre7"));
        assertThatThrownBy(() -> stranger.listTags(APP).toList())
                .isInstanceOf(NotPermittedException.class)
                .hasMessageContaining("401")
                .hasMessageContaining("check the ones given")
                .hasMessageNotContaining("wr0ng-5ecre7");
        assertThat(registry.requests().count(get(TAGS))).isLessThanOrEqualTo(2);
    }

    @Test
    void scope_missing() {
        playWithTokens(oneTag().build(), ChallengeManner.NO_SCOPE);
        assertThat(client.listTags(APP).toList()).containsExactly(ONE);
    }

    @Test
    void scope_with_spaces() {
        playWithTokens(oneTag().build());
        String scope = "repository:team/app:pull repository:team/base:pull";
        String challenge =
                "Bearer realm=\"" + tokens.realm() + "\",service=\"" + tokens.service() + "\",scope=\"" + scope;
        registry.script().on(get(TAGS)).answer(status(401).header("WWW-Authenticate", challenge + "\""));
        assertThat(client.listTags(APP).toList()).containsExactly(ONE);
        assertThat(tokens.requests())
                .last()
                .satisfies(request -> assertThat(request.scopes())
                        .anyMatch(asked -> asked.startsWith("repository:team/app:pull"))
                        .contains("repository:team/base:pull"));
    }

    @Test
    void retry_after_a_date() {
        play();
        pushOneTag();
        OffsetDateTime now = time.instant().atOffset(ZoneOffset.UTC);
        registry.script()
                .on(get(TAGS))
                .answer(status(429)
                        .header("Date", RFC_1123_DATE_TIME.format(now))
                        .header("Retry-After", RFC_1123_DATE_TIME.format(now.plusSeconds(7))));
        assertThat(client.listTags(APP).toList()).containsExactly(ONE);
        assertThat(total(time.waits)).isBetween(Duration.ofSeconds(7), Duration.ofSeconds(20));
    }

    @Test
    void retry_after_huge() {
        play();
        registry.script().on(get(TAGS)).answer(status(429).header("Retry-After", "86400"));
        TooManyRequestsException refused = catchThrowableOfType(
                TooManyRequestsException.class, () -> client.listTags(APP).toList());
        assertThat(refused.retryAfter()).contains(Duration.ofDays(1));
        assertThat(total(time.waits)).isLessThan(Duration.ofMinutes(5));
    }

    @ParameterizedTest
    @EnumSource(
            value = ManifestManner.class,
            names = {"HEAD_WITHOUT_DIGEST", "WITHOUT_DIGEST", "HEAD_IS_NOT_ALLOWED", "HEAD_IS_NOT_FOUND"})
    void head_without_digest_or_405(ManifestManner manner) {
        play(manner);
        pushOneTag();
        assertThat(client.getManifestDigest(APP, ONE)).isEqualTo(image.digest());
    }

    @Test
    void a_digest_header_that_lies() {
        play(ManifestManner.WRONG_DIGEST);
        pushOneTag();
        assertThatThrownBy(() -> client.getManifest(APP, ONE)).isInstanceOf(DigestMismatchException.class);
        assertThatThrownBy(() -> client.deleteManifest(APP, image.digest()))
                .isInstanceOf(UnverifiedDigestException.class);
        assertThat(registry.requests().count(delete("/**"))).isZero();
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_server_that_never_answers() {
        play();
        registry.script().on(any("/v2/**")).always().answer(ScriptedAnswer.nothing(Ending.SILENCE));
        HttpRegistryClient waiting = closedLater(
                settings().attemptTimeout(Duration.ofMillis(300)).retries(0).build());
        assertThatThrownBy(() -> waiting.getManifestDigest(APP, ONE)).isInstanceOf(NoResponseException.class);
    }

    @Test
    void a_token_that_expires_in_the_middle() {
        playWithTokens(content(6).build());
        List<Tag> seen = new ArrayList<>();
        for (Tag tag : client.listTags(APP).withPageSize(1)) {
            seen.add(tag);
            time.pass(Duration.ofMinutes(3)); // tokens live five
        }
        assertThat(seen).hasSize(6);
        assertThat(tokens.requests()).hasSizeBetween(3, 6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"auths\":null}", "{\"HttpHeaders\":{\"User-Agent\":\"Docker-Client\"}}"})
    void a_config_json_without_auths(String json) throws Exception {
        DockerCredentials file = DockerCredentials.ofFile(Files.writeString(folder.resolve("config.json"), json));
        assertThat(file.credentials("registry.example:5000", Optional.of(APP)).isAnonymous())
                .isTrue();
    }

    @Test
    void two_tags_on_one_digest() {
        play();
        push(oneTag().tag("latest", image).tag("2", images.image()));
        ResolvedTags plan = client.resolveTags(APP, client.listTags(APP).toList());
        assertThat(plan.tagsByDigest().get(image.digest())).containsExactlyInAnyOrder(ONE, Tag.of("latest"));
        client.deleteManifest(APP, image.digest());
        assertThat(tags(APP)).containsExactly(Tag.of("2"));
    }

    @Test
    void a_tag_that_moves_between_plan_and_delete() {
        play();
        pushOneTag();
        Digest planned = client.getManifestDigest(APP, ONE);
        SampleManifest fresh = images.image();
        push(SampleRepository.named("team/app").tag("1", fresh));
        assertThat(client.resolveTags(APP, List.of(ONE)).tagsByDigest())
                .as("a look shows it")
                .doesNotContainKey(planned);
        client.deleteManifest(APP, planned);
        assertThat(client.getManifestDigest(APP, ONE)).isEqualTo(fresh.digest());
        assertThat(client.getManifest(APP, ONE).bytes()).isEqualTo(fresh.bytes());
    }

    /** A registry deletes what has the digest, whatever points to it by then: no request says "only if". */
    @Test
    void a_tag_that_moves_onto_what_is_deleted_goes_with_it_and_only_a_look_just_before_shows_it() {
        play();
        SampleManifest other = images.image();
        push(oneTag().tag("2", other));
        List<Tag> all = List.of(ONE, TWO);
        Digest planned = image.digest();
        assertThat(client.resolveTags(APP, all).tagsByDigest().get(planned)).containsExactly(ONE);
        push(SampleRepository.named("team/app").tag("2", image));
        assertThat(client.resolveTags(APP, all).tagsByDigest().get(planned))
                .as("a look shows it")
                .containsExactlyInAnyOrder(ONE, TWO);
        client.deleteManifest(APP, planned);
        assertThat(tags(APP)).as("both are gone").isEmpty();
        assertThat(client.getManifestDigest(APP, other.digest())).isEqualTo(other.digest());
    }

    private SampleRepository.Builder content(int tags) {
        SampleRepository.Builder content = SampleRepository.named("team/app");
        SampleLayouts.manyTags(images, "team/app", tags, 2)
                .tagged()
                .forEach((tag, manifest) -> content.tag(tag.toString(), manifest));
        return content;
    }

    private Set<Tag> tags(RepositoryName name) {
        return registry.snapshot().repository(name.toString()).tags().keySet();
    }

    private static Duration total(List<Duration> waits) {
        return waits.stream().reduce(Duration.ZERO, Duration::plus);
    }
}
