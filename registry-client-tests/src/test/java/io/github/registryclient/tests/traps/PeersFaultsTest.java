package io.github.registryclient.tests.traps;

import static io.github.registryclient.testkit.traffic.RequestPattern.any;
import static io.github.registryclient.testkit.traffic.RequestPattern.delete;
import static io.github.registryclient.testkit.traffic.RequestPattern.get;
import static io.github.registryclient.testkit.traffic.RequestPattern.head;
import static io.github.registryclient.testkit.traffic.RequestPattern.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.DeleteResult;
import io.github.registryclient.auth.Credentials;
import io.github.registryclient.auth.CredentialsProvider;
import io.github.registryclient.docker.DockerCredentials;
import io.github.registryclient.error.DeletionDisabledException;
import io.github.registryclient.error.DigestMismatchException;
import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.error.NoResponseException;
import io.github.registryclient.error.NotPermittedException;
import io.github.registryclient.error.RedirectRefusedException;
import io.github.registryclient.error.RequestFailedException;
import io.github.registryclient.error.TagDeletionUnsupportedException;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.SyntheticContent;
import io.github.registryclient.testkit.manner.CatalogManner;
import io.github.registryclient.testkit.manner.ChallengeManner;
import io.github.registryclient.testkit.manner.DeletionManner;
import io.github.registryclient.testkit.tokenserver.TokenServer;
import io.github.registryclient.testkit.traffic.Ending;
import io.github.registryclient.testkit.traffic.Fault;
import io.github.registryclient.testkit.traffic.ScriptedAnswer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults that were seen when clients of the JVM were run or read, each named after the one that had it. */
class PeersFaultsTest extends Trap {
    private static final Tag ONE = Tag.of("1");
    private static final String NOBODYS = "sha256:" + "0".repeat(64);

    @Test
    void oras_java_lost_the_bodies_of_errors() {
        play(settings -> settings.deletionOff());
        pushOneTag();
        assertThatThrownBy(() -> client.deleteManifest(APP, image.digest()))
                .isInstanceOf(DeletionDisabledException.class)
                .hasMessageContaining("405")
                .hasMessageContaining("UNSUPPORTED")
                .hasMessageContaining("REGISTRY_STORAGE_DELETE_ENABLED=true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer service=\"%2$s\",scope=\"%3$s\",realm=\"%1$s\"",
                "bearer realm=\"%1$s\" , service=\"%2$s\" , scope=\"%3$s\"",
                "BEARER Realm=\"%1$s\",SERVICE=%2$s,Scope=\"%3$s\"",
                "Bearer realm=\"%1$s\",service=\"%2$s\",error=\"invalid_token\",scope=\"%3$s\"",
                "Negotiate, Basic realm=\"a, b\", Bearer realm=\"%1$s\",service=\"%2$s\",scope=\"%3$s\""
            })
    void oras_java_knew_one_spelling_of_a_challenge(String spelling) {
        playWithTokens(oneTag().build());
        String challenge = String.format(spelling, tokens.realm(), tokens.service(), "repository:team/app:pull");
        registry.script()
                .on(any("/v2/**").withoutHeader("Authorization"))
                .answer(status(401).header("WWW-Authenticate", challenge));
        assertThat(client.listTags(APP).toList()).containsExactly(ONE);
    }

    @Test
    void oras_java_read_the_first_header_only() {
        playWithTokens(oneTag().build(), ChallengeManner.BASIC_FIRST);
        assertThat(client.listTags(APP).toList()).containsExactly(ONE);
        assertThat(tokens.requests()).hasSize(1);
    }

    @Test
    void oras_java_sent_the_password_unasked() {
        playWithTokens(oneTag().build());
        client.listTags(APP).toList();
        assertThat(registry.requests().count(any("/v2/**").withHeader("Authorization", "Basic *")))
                .isZero();
        assertThat(registry.requests().all())
                .first()
                .satisfies(
                        request -> assertThat(request.header("Authorization")).isEmpty());
    }

    @Test
    void oras_java_took_a_403_for_a_401() {
        playWithTokens(oneTag().build());
        client.listTags(APP).toList();
        registry.script().on(get(TAGS)).always().answer(status(403));
        assertThatThrownBy(() -> client.listTags(APP).toList()).isInstanceOf(NotPermittedException.class);
        assertThat(tokens.requests()).as("no token was fetched for it").hasSize(1);
    }

    @Test
    void oras_java_followed_a_redirect_to_itself_until_the_stack_was_full() {
        play();
        registry.script().on(get(MANIFESTS + "1")).always().answer(status(307).header("Location", MANIFESTS + "1"));
        assertThatThrownBy(() -> client.getManifest(APP, ONE)).isInstanceOf(RedirectRefusedException.class);
        assertThat(registry.requests().size()).isLessThan(15);
    }

    @Test
    void oras_java_repeated_what_changes_the_registry() {
        play();
        registry.script().on(put("/v2/**")).answer(ScriptedAnswer.nothing(Ending.RESET));
        assertThatThrownBy(() -> client.uploadBlob(APP, new byte[] {1})).isInstanceOf(NoResponseException.class);
        assertThat(registry.requests().count(put("/v2/**"))).isEqualTo(1);
    }

    @Test
    void oras_java_repeated_a_delete_without_looking() {
        play();
        pushOneTag();
        registry.script().on(delete("/v2/**")).letThroughBut(Fault.cutBeforeHead(Ending.RESET));
        assertThat(client.deleteManifest(APP, image.digest()).outcome())
                .as("it is gone; nobody heard of its tags")
                .isEqualTo(DeleteResult.Outcome.ACCEPTED_PARTIALLY);
        assertThat(registry.requests().count(delete("/v2/**"))).isEqualTo(1);
        assertThat(registry.requests().all())
                .last()
                .satisfies(request -> assertThat(request.method()).isNotEqualTo("DELETE"));
    }

    @Test
    void oras_java_and_jib_did_not_wait_as_a_503_said() {
        play();
        pushOneTag();
        registry.script().on(get(TAGS)).answer(status(503).header("Retry-After", "9"));
        assertThat(client.listTags(APP).toList()).containsExactly(ONE);
        assertThat(time.waits).anyMatch(wait -> wait.toSeconds() >= 9);
    }

    @Test
    void oras_java_kept_tokens_by_the_name_of_the_user() {
        playWithTokens(oneTag().build());
        client.listTags(APP).toList();
        HttpRegistryClient rotated = client.with(Credentials.basic(USER, "wr0ng-5ecre7"));
        assertThatThrownBy(() -> rotated.listTags(APP).toList()).isInstanceOf(NotPermittedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"index.docker.io/v1/", "https://index.docker.io/v1/"})
    void oras_java_knew_neither_the_old_name_of_docker_hub_nor_identity_tokens(String key) throws Exception {
        String auth = Base64.getEncoder().encodeToString("<token>:".getBytes(StandardCharsets.UTF_8));
        String json = "{\"auths\":{\"" + key + "\":{\"auth\":\"" + auth + "\",\"identitytoken\":\"1dent1ty\"}}}";
        DockerCredentials file = DockerCredentials.ofFile(Files.writeString(folder.resolve("config.json"), json));
        assertThat(file.credentials("registry-1.docker.io", Optional.of(APP)).kind())
                .isEqualTo(Credentials.Kind.IDENTITY_TOKEN);
    }

    @Test
    void jib_took_another_body_for_a_digest() {
        play();
        pushOneTag();
        registry.script().on(get(MANIFESTS + image.digest())).always().letThroughBut(Fault.alteredBody());
        assertThatThrownBy(() -> client.getManifest(APP, image.digest())).isInstanceOf(DigestMismatchException.class);
    }

    @Test
    void kirc_fetched_no_token_for_what_everybody_may_read() {
        TokenServer server = closedLater(TokenServer.builder()
                .clock(time)
                .allowAnonymous("repository:team/*:pull")
                .start());
        play(settings -> settings.synthetic(SyntheticContent.seeded(1).tags("team/app", 3, 1))
                .tokenAuth(server));
        assertThat(client.listTags(APP).toList()).hasSize(3);
    }

    @Test
    void kirc_asked_three_times_for_each_answer() {
        playWithTokens(oneTag().build());
        client.listTags(APP).toList();
        registry.clearRequests();
        client.listTags(APP).toList();
        client.getManifestDigest(APP, ONE);
        assertThat(registry.requests().size()).isEqualTo(2);
        assertThat(tokens.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "latest"})
    void kirc_and_oras_java_took_a_tag_where_a_digest_was_meant(String tag) {
        play();
        pushOneTag();
        assertThatThrownBy(() -> client.deleteManifest("team/app", tag)).isInstanceOf(InvalidInputException.class);
        assertThat(registry.requests().size()).isZero();
    }

    @Test
    void oras_java_did_not_say_that_a_tag_cannot_go_alone() {
        play(DeletionManner.TAG_IS_DIGEST_INVALID);
        push(oneTag().tag("latest", image));
        assertThatThrownBy(() -> client.deleteTag(APP, ONE)).isInstanceOf(TagDeletionUnsupportedException.class);
        assertThat(registry.snapshot().repository("team/app").tags()).hasSize(2);
    }

    @Test
    void azure_kept_one_token_for_all_repositories() {
        playWithTokens(oneTag().build());
        for (int i = 0; i < 3; i++) {
            client.listTags(APP).toList();
            assertThat(client.listReferrers(OTHER, image.digest()).toList()).isEmpty();
        }
        assertThat(tokens.requests()).hasSize(2);
    }

    @Test
    void spinnaker_took_an_error_in_the_catalog_for_its_end() {
        play(settings -> settings.synthetic(SyntheticContent.seeded(1).repositories("many", 150))
                .manner(CatalogManner.PAGES_OF_AT_MOST_100));
        registry.script()
                .on(get("/v2/_catalog").withQuery("last", "*"))
                .always()
                .answer(status(500));
        assertThatThrownBy(() -> client.listRepositories().toList()).isInstanceOf(RequestFailedException.class);
    }

    @Test
    void spinnaker_broke_cursors_at_their_equals_signs() {
        play();
        registry.script().on(get(TAGS).withoutQuery("next_page")).answer(page(TAGS + "?next_page=a=b==", "a"));
        registry.script().on(get(TAGS).withQuery("next_page", "a=b==")).answer(page("", "b"));
        assertThat(client.listTags(APP).toList()).hasSize(2);
    }

    @Test
    void spinnaker_stayed_out_after_one_401() {
        play(settings -> settings.htpasswd(USER, PASSWORD));
        HttpRegistryClient mine = client.with(Credentials.basic(USER, PASSWORD));
        registry.script().on(get("/v2/_catalog")).answer(status(401).header("WWW-Authenticate", "Basic realm=\"r\""));
        assertThatThrownBy(() -> mine.listRepositories().toList()).isInstanceOf(RequestFailedException.class);
        assertThat(mine.listRepositories().toList()).isEmpty();
    }

    @Test
    void spinnaker_needed_a_restart_when_a_password_of_twelve_hours_ended() {
        play(settings -> settings.htpasswd("AWS", "today"));
        HttpRegistryClient mine =
                closedLater(settings().credentials(new Rotating()).build());
        assertThat(mine.listRepositories().toList()).isEmpty();
    }

    @Test
    void ya_b_deleted_latest_in_the_place_of_a_digest() {
        play();
        push(oneTag().tag("latest", images.image()));
        client.deleteManifest("team/app", image.digest().toString());
        assertThat(registry.requests().count(any(MANIFESTS + "latest"))).isZero();
        assertThat(registry.snapshot().repository("team/app").tags()).containsOnlyKeys(Tag.of("latest"));
    }

    @Test
    void exid_cuter_took_an_etag_for_a_digest() {
        play();
        pushOneTag();
        registry.script().on(head(MANIFESTS + "1")).letThroughBut(Fault.of("only an ETag", answer -> {
            answer.removeHeader("Docker-Content-Digest");
            answer.changeHeader("ETag", etag -> '"' + NOBODYS + '"');
        }));
        assertThat(client.getManifestDigest(APP, ONE)).isEqualTo(image.digest()).isNotEqualTo(Digest.of(NOBODYS));
    }

    @Test
    void cytomine_had_one_account_for_the_whole_program() {
        play(settings -> settings.htpasswd(USER, PASSWORD).htpasswd("bob", "b0b-5ecre7"));
        HttpRegistryClient alice = client.with(Credentials.basic(USER, PASSWORD));
        HttpRegistryClient bob = client.with(Credentials.basic("bob", "wr0ng-5ecre7"));
        assertThatThrownBy(() -> bob.listRepositories().toList()).isInstanceOf(RequestFailedException.class);
        assertThat(alice.listRepositories().toList()).isEmpty();
        assertThatThrownBy(() -> client.listRepositories().toList()).isInstanceOf(RequestFailedException.class);
    }

    /** The password of yesterday until it is refused. */
    private static final class Rotating implements CredentialsProvider {
        @Override
        public Credentials credentials(String host, Optional<RepositoryName> repository) {
            return Credentials.basic("AWS", "yesterday");
        }

        @Override
        public Credentials refresh(String host, Optional<RepositoryName> repository, Credentials refused) {
            return Credentials.basic("AWS", "today");
        }
    }
}
