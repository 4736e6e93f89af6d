package io.github.registryclient.tests.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.registryclient.Capabilities.Support;
import io.github.registryclient.DeleteResult;
import io.github.registryclient.auth.Credentials;
import io.github.registryclient.error.CatalogUnavailableException;
import io.github.registryclient.error.NotPermittedException;
import io.github.registryclient.error.RegistryException;
import io.github.registryclient.error.TokenUnavailableException;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.http.HttpRegistryClientBuilder;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.MovableClock;
import io.github.registryclient.testkit.manner.Manners;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import io.github.registryclient.testkit.tokenserver.LoggedTokenRequest;
import io.github.registryclient.testkit.tokenserver.TokenManner;
import io.github.registryclient.testkit.tokenserver.TokenServer;
import io.github.registryclient.testkit.tokenserver.TokenServerBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens of the testkit's token server on the embedded registry, in the manners of known servers and at a clock that moves. */
class EmbeddedTokensTest {
    private static final String PASSWORD = "5ecre7-al1ce";

    private final MovableClock clock = MovableClock.at(Instant.parse("2026-11-24T10:00:00Z"));
    private final RepositoryName app = RepositoryName.of("team/app");
    private final List<AutoCloseable> started = new ArrayList<>();

    @TempDir
    private Path folder;

    private TokenServer tokens;
    private EmbeddedRegistry registry;
    private HttpRegistryClient client;

    static List<Manners> servers() {
        return Manners.known();
    }

    @AfterEach
    void stop() throws Exception {
        for (int i = started.size() - 1; i >= 0; i--) {
            started.get(i).close();
        }
    }

    private <T extends AutoCloseable> T closedLater(T resource) {
        started.add(resource);
        return resource;
    }

    private static SampleRepository repository(String name, int tags) {
        SampleImages images = SampleImages.seeded(name.hashCode());
        SampleManifest image = images.image();
        SampleRepository.Builder content = SampleRepository.named(name);
        for (int i = 0; i < tags; i++) {
            content.tag("v" + i, i == 0 ? image : images.image());
        }
        return content.build();
    }

    /** Fills a folder while the registry over it is open to everybody, then lets in only who has a token. */
    private void start(Manners manners, TokenServerBuilder server) {
        fill(folder, 3);
        tokens = closedLater(server.start());
        registry = closedLater(EmbeddedRegistry.builder()
                .folder(folder)
                .manners(manners)
                .tokenAuth(tokens)
                .start());
        client = closedLater(settings().build());
    }

    private static void fill(Path folder, int tags) {
        try (EmbeddedRegistry open = EmbeddedRegistry.builder().folder(folder).start()) {
            RegistryFiller filler = RegistryFiller.of(open.uri());
            filler.push(repository("team/app", tags));
            filler.push(repository("team/other", 1));
        }
    }

    private HttpRegistryClientBuilder settings() {
        return HttpRegistryClient.builder(registry.uri().toString())
                .credentials("alice", PASSWORD)
                .clock(clock);
    }

    private TokenServerBuilder server() {
        return TokenServer.builder()
                .clock(clock)
                .user("alice", PASSWORD)
                .allow("alice", "repository:**:*")
                .allow("alice", "registry:catalog:*")
                .user("bob", "b0b-pass")
                .allow("bob", "repository:team/*:pull");
    }

    private void start() {
        start(Manners.of("nobody in particular"), server());
    }

    private List<String> asked() {
        return tokens.requests().stream()
                .map(request -> String.join(" ", request.scopes()))
                .collect(Collectors.toList());
    }

    @Test
    void listing_and_deleting_costs_one_token_and_each_repository_has_one() {
        start();
        List<Tag> tags = client.listTags(app).toList();
        client.deleteManifest(app, client.getManifestDigest(app, tags.get(0)));
        client.listTags(RepositoryName.of("team/other")).toList();
        client.listRepositories().toList();
        assertThat(asked())
                .containsExactly(
                        "repository:team/app:pull,delete", "repository:team/other:pull,delete", "registry:catalog:*");
        assertThat(tokens.requests()).allMatch(request -> request.status() == 200 && !request.offline());
    }

    @Test
    void a_token_ends_and_another_is_fetched_without_a_refusal() {
        start();
        client.listTags(app).toList();
        clock.move(Duration.ofMinutes(4));
        client.listTags(app).toList();
        assertThat(asked()).hasSize(1);
        clock.move(Duration.ofMinutes(2));
        client.listTags(app).toList();
        assertThat(asked()).hasSize(2);
        assertThat(registry.requests().all())
                .filteredOn(request -> request.status().orElse(0) == 401)
                .as("only the question at first")
                .hasSize(1);
    }

    @Test
    void a_token_that_ends_before_it_said_so_is_replaced_after_the_refusal() {
        start(Manners.of("nobody in particular"), server().manner(TokenManner.SHORT_LIVED));
        client.listTags(app).toList();
        clock.move(Duration.ofSeconds(30));
        client.listTags(app).toList();
        assertThat(asked()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = TokenManner.class,
            names = {"NOTHING_GRANTED", "FOREIGN_KEY"})
    void a_refusal_for_ever_ends_after_one_token_more(TokenManner manner) {
        start(Manners.of("nobody in particular"), server().manner(manner));
        assertThatThrownBy(() -> client.listTags(app).toList()).isInstanceOf(NotPermittedException.class);
        assertThat(asked()).hasSizeLessThanOrEqualTo(2);
        assertThatThrownBy(() -> client.listRepositories().toList()).isInstanceOf(CatalogUnavailableException.class);
        assertThat(registry.requests().all()).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void a_token_server_that_is_down_is_told() {
        start(Manners.of("nobody in particular"), server().manner(TokenManner.UNAVAILABLE));
        assertThatThrownBy(() -> client.listTags(app).toList())
                .isInstanceOf(TokenUnavailableException.class)
                .hasMessageContaining("503");
        tokens.setManners();
        assertThat(client.listTags(app).toList()).hasSize(3);
    }

    @Test
    void a_hundred_tags_at_once_are_resolved_with_one_token() {
        fill(folder, 100);
        start();
        assertThat(client.resolveTags(app, client.listTags(app).toList()).digests())
                .hasSizeGreaterThanOrEqualTo(100);
        assertThat(asked()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = TokenManner.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NOTHING_GRANTED", "FOREIGN_KEY", "UNAVAILABLE", "CATALOG_SCOPE_REFUSED"})
    void every_kind_of_token_server_lets_in(TokenManner manner) {
        start(Manners.of("nobody in particular"), server().manner(manner));
        assertThat(client.listRepositories().toList()).hasSize(2);
        List<Tag> tags = client.listTags(app).toList();
        assertThat(tags).hasSize(3);
        Digest digest = client.getManifestDigest(app, tags.get(0));
        assertThat(client.deleteManifest(app, digest).outcome()).isEqualTo(DeleteResult.Outcome.DELETED);
        assertThat(asked()).hasSizeLessThanOrEqualTo(6);
    }

    /** What becomes of a deletion is the same as on an open registry of the same manners: tokens change nothing. */
    @ParameterizedTest
    @MethodSource("servers")
    void every_known_server_lists_and_deletes_with_tokens_as_it_does_without(Manners manners, @TempDir Path other) {
        start(manners, server());
        fill(other, 3);
        try (EmbeddedRegistry open = EmbeddedRegistry.builder()
                        .folder(other)
                        .manners(manners)
                        .start();
                HttpRegistryClient anybody =
                        HttpRegistryClient.builder(open.uri().toString()).build()) {
            List<String> expected = told(anybody);
            if (expected.get(0).equals("[]")) { // Quay shows nobody anything, and whoever has a token everything
                expected.set(0, "[team/app, team/other]");
            }
            assertThat(told(client)).isEqualTo(expected);
        }
    }

    private List<String> told(HttpRegistryClient asking) {
        return Arrays.asList(
                outcome(() -> asking.listRepositories().toList().toString()),
                outcome(() -> asking.listTags(app).toList().toString()),
                outcome(() -> asking.deleteManifest(app, asking.getManifestDigest(app, Tag.of("v1")))
                        .outcome()
                        .toString()),
                outcome(() -> asking.deleteTag(app, Tag.of("v2")).outcome().toString()),
                outcome(() -> asking.listTags(app).toList().toString()));
    }

    private static String outcome(java.util.function.Supplier<String> call) {
        try {
            return call.get();
        } catch (RegistryException e) {
            return e.getClass().getSimpleName();
        }
    }

    @Test
    void an_identity_token_is_exchanged_by_post_until_it_is_revoked() {
        start();
        HttpRegistryClient identity = client.with(Credentials.identityToken(tokens.identityToken("alice")));
        identity.listTags(app).toList();
        assertThat(tokens.requests())
                .singleElement()
                .extracting(LoggedTokenRequest::method)
                .isEqualTo("POST");
        tokens.revokeIdentityTokens();
        clock.move(Duration.ofMinutes(6));
        assertThatThrownBy(() -> identity.listTags(app).toList()).isInstanceOf(RegistryException.class);
    }

    @Test
    void a_static_token_is_sent_as_it_is() {
        start();
        String token = tokens.token("alice", "repository:team/app:pull");
        assertThat(client.with(Credentials.bearer(token)).listTags(app).toList())
                .hasSize(3);
        assertThat(asked()).isEmpty();
    }

    @Test
    void accounts_see_and_may_what_is_theirs() {
        start();
        HttpRegistryClient bob = client.with(Credentials.basic("bob", "b0b-pass"));
        assertThat(client.capabilities(app).mayDelete()).isEqualTo(Support.YES);
        assertThat(bob.capabilities(app).mayDelete()).isEqualTo(Support.NO);
        assertThat(bob.probeCapabilities(app).mayDelete()).isEqualTo(Support.NO);
        Digest digest = bob.getManifestDigest(app, Tag.of("v0"));
        assertThatThrownBy(() -> bob.deleteManifest(app, digest)).isInstanceOf(NotPermittedException.class);
        assertThat(bob.listTags(app).toList()).hasSize(3);
        assertThat(client.deleteManifest(app, digest).outcome()).isEqualTo(DeleteResult.Outcome.DELETED);
    }

    @Test
    void a_wrong_password_is_told_without_itself() {
        start();
        Throwable failure = catchThrowable(() -> client.with(Credentials.basic("alice", "wr0ng-pass"))
                .listTags(app)
                .toList());
        assertThat(failure)
                .isInstanceOf(NotPermittedException.class)
                .hasMessageContaining("alice:***")
                .hasMessageNotContaining("wr0ng-pass");
    }

    @Test
    void a_password_for_the_registry_itself_is_enough_where_there_is_no_token_server() {
        registry = closedLater(
                EmbeddedRegistry.builder().htpasswd("alice", PASSWORD).start());
        client = closedLater(settings().build());
        RegistryFiller.of(registry.uri(), "alice", PASSWORD).push(repository("team/app", 2));
        registry.clearRequests();
        assertThat(client.listTags(app).toList()).hasSize(2);
        assertThat(client.listTags(app).toList()).hasSize(2);
        assertThat(registry.requests().all()).hasSize(3);
    }
}
