package io.github.registryclient.http.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.error.RedirectRefusedException;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.http.server.Exchange;
import io.github.registryclient.http.server.Samples;
import io.github.registryclient.http.server.ScriptedServer;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import java.io.IOException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A registry sends listings to another origin, where an account's credentials do not go, and nobody is shown less. */
class RedirectedPageTest {
    private final ScriptedServer other = new ScriptedServer(RedirectedPageTest::show);
    private final ScriptedServer registry = new ScriptedServer(this::answer);
    private final HttpRegistryClient client =
            HttpRegistryClient.builder(registry.url()).retries(0).build();
    private boolean moved = true;

    static Stream<Arguments> listings() {
        RepositoryName app = RepositoryName.of("team/app");
        Digest digest = Digest.of(Samples.sha256("subject"));
        return Stream.of(
                listing("catalog", client -> client.listRepositories().toList()),
                listing("tags", client -> client.listTags(app).toList()),
                listing("referrers", client -> client.listReferrers(app, digest).toList()));
    }

    private static Arguments listing(String name, Function<HttpRegistryClient, Object> list) {
        return Arguments.of(name, list);
    }

    private void answer(Exchange exchange) throws IOException {
        String path = exchange.line().substring("GET ".length());
        if (path.equals("/v2/")) {
            exchange.reply(200, "{}");
        } else if (moved || path.endsWith("last=b")) {
            exchange.reply(307, "", "Location: " + other.url() + path);
        } else {
            exchange.reply(
                    200,
                    "{\"repositories\":[\"a\",\"b\"],\"tags\":[\"a\",\"b\"]}",
                    "Link: <" + path.replaceAll("\\?.*", "") + "?n=2&last=b>; rel=\"next\"");
        }
    }

    private static void show(Exchange exchange) throws IOException {
        exchange.reply(
                200,
                "{\"repositories\":[],\"tags\":[],\"schemaVersion\":2,\"manifests\":[]}",
                exchange.line().contains("/referrers/")
                        ? "Content-Type: application/vnd.oci.image.index.v1+json"
                        : "Content-Type: application/json");
    }

    @AfterEach
    void stop() {
        client.close();
        registry.close();
        other.close();
    }

    private void assertRefused(Credentials account, Function<HttpRegistryClient, Object> list) {
        assertThatThrownBy(() -> list.apply(client.with(account)))
                .isInstanceOf(RedirectRefusedException.class)
                .hasMessageContainingAll(registry.url(), other.url(), "listing", "give its URL");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("listings")
    void an_accounts_listing_is_not_read_as_nobodys(String name, Function<HttpRegistryClient, Object> list) {
        assertRefused(Credentials.basic("user", "pass"), list);
        assertRefused(Credentials.header("X-Tenant", "a-key"), list);
        assertThat(other.exchanges()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("listings")
    void nobodys_listing_may_be_elsewhere(String name, Function<HttpRegistryClient, Object> list) {
        assertThat(list.apply(client)).isNotNull();
        assertThat(other.exchanges()).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("listings")
    void a_later_page_is_no_other_matter(String name, Function<HttpRegistryClient, Object> list) {
        if (!name.equals("referrers")) {
            moved = false;
            assertRefused(Credentials.basic("user", "pass"), list);
            assertThat(other.exchanges()).isEmpty();
        }
    }
}
