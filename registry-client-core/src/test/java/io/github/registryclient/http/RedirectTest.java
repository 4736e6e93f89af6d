package io.github.registryclient.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.error.RedirectRefusedException;
import io.github.registryclient.error.RequestFailedException;
import io.github.registryclient.http.server.Exchange;
import io.github.registryclient.http.server.Samples;
import io.github.registryclient.http.server.ScriptedServer;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Redirects: followed by hand, with credentials for the registry's own origin only. */
class RedirectTest {
    private static final String SECRET = "X-Amz-Signature=5ecre7";

    private final AtomicReference<ScriptedServer.Script> script = new AtomicReference<>();
    private final ScriptedServer storage =
            new ScriptedServer(exchange -> exchange.reply(200, "blob", "Content-Type: application/octet-stream"));
    private final ScriptedServer registry = new ScriptedServer(this::answer);
    private final HttpRegistryClient client = HttpRegistryClient.builder(registry.url())
            .credentials("user", "pass")
            .build();
    private final RepositoryName app = RepositoryName.of("team/app");
    private final Digest blob = Digest.of(Samples.sha256("blob"));

    @AfterEach
    void stop() {
        client.close();
        registry.close();
        storage.close();
    }

    /** What is redirected is not the question how the registry wants to be convinced. */
    private void answer(Exchange exchange) throws IOException {
        if (exchange.line().equals("GET /v2/")) {
            exchange.reply(401, "", "WWW-Authenticate: Basic realm=\"r\"");
        } else {
            script.get().serve(exchange);
        }
    }

    /** Wants Basic, then redirects. */
    private void redirect(int status, String location) {
        script.set(exchange -> {
            if (exchange.header("Authorization").isEmpty()) {
                exchange.reply(401, "", "WWW-Authenticate: Basic realm=\"r\"");
            } else if (exchange.line().contains("/v2/")) {
                exchange.reply(status, "", "Location: " + location);
            } else {
                exchange.reply(200, "blob");
            }
        });
    }

    private String readBlob() throws IOException {
        try (var stream = client.openBlob(app, blob)) {
            return new String(stream.readAllBytes(), UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void another_origin_is_asked_without_credentials_and_with_the_query_as_it_came(int status) throws IOException {
        redirect(status, storage.url() + "/b?a=%2f%2F&" + SECRET + "%3d");

        assertThat(readBlob()).isEqualTo("blob");

        assertThat(storage.exchanges()).singleElement().satisfies(request -> {
            assertThat(request.line()).isEqualTo("GET /b?a=%2f%2F&" + SECRET + "%3d");
            assertThat(request.headerNames()).doesNotContain("authorization", "cookie");
        });
        assertThat(registry.exchanges()).hasSize(2);
    }

    @Test
    void the_registrys_own_origin_gets_its_credentials_after_a_relative_redirect_too() throws IOException {
        redirect(307, "/moved/b?x=1");
        assertThat(readBlob()).isEqualTo("blob");
        Exchange last = registry.exchanges().get(registry.exchanges().size() - 1);
        assertThat(last.line()).isEqualTo("GET /moved/b?x=1");
        assertThat(last.header("Authorization")).isPresent();
    }

    @Test
    void bytes_beyond_ascii_in_a_location_go_on_as_the_bytes_that_they_were() throws IOException {
        redirect(307, storage.url() + "/ü b?x={é}");
        assertThat(readBlob()).isEqualTo("blob");
        assertThat(storage.exchanges()).extracting(Exchange::line).containsExactly("GET /%C3%BC%20b?x=%7B%C3%A9%7D");
    }

    @Test
    void a_loop_ends() {
        script.set(exchange ->
                exchange.reply(302, "", "Location: " + exchange.line().substring(4)));
        assertThatThrownBy(() -> client.openBlob(app, blob))
                .isInstanceOf(RedirectRefusedException.class)
                .hasMessageContaining("loop");
        assertThat(methods()).containsExactly("GET");
    }

    @Test
    void a_chain_without_end_ends() {
        script.set(exchange ->
                exchange.reply(302, "", "Location: " + exchange.line().substring(4) + "x"));
        assertThatThrownBy(() -> client.openBlob(app, blob)).isInstanceOf(RedirectRefusedException.class);
        assertThat(registry.exchanges()).hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void a_redirect_to_nowhere_is_the_registrys_answer() {
        script.set(exchange -> exchange.reply(307, ""));
        assertThatThrownBy(() -> client.openBlob(app, blob))
                .isInstanceOf(RequestFailedException.class)
                .hasMessageContaining("does not say where to");
    }

    @Test
    void a_deletion_stays_at_home() {
        script.set(exchange -> {
            if (exchange.method().equals("HEAD")) {
                exchange.reply(200, "", "Content-Type: " + Samples.OCI_MANIFEST, "Docker-Content-Digest: " + blob);
            } else {
                exchange.reply(307, "", "Location: " + storage.url() + "/x");
            }
        });
        assertThatThrownBy(() -> client.deleteManifest(app, blob)).isInstanceOf(RedirectRefusedException.class);
        assertThat(storage.exchanges()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303})
    void a_deletion_is_not_turned_into_something_else(int status) {
        deletionRedirected(status, "/v2/team/app/manifests/" + blob + "?moved");
        assertThatThrownBy(() -> client.deleteManifest(app, blob)).isInstanceOf(RedirectRefusedException.class);
        assertThat(methods()).containsExactly("HEAD", "DELETE");
    }

    @ParameterizedTest
    @ValueSource(ints = {307, 308})
    void a_deletion_moves_to_no_other_query_of_its_path(int status) {
        deletionRedirected(status, "/v2/team/app/manifests/" + blob + "?moved");
        assertThatThrownBy(() -> client.deleteManifest(app, blob)).isInstanceOf(RedirectRefusedException.class);
        assertThat(methods()).containsExactly("HEAD", "DELETE");
    }

    @Test
    void a_deletion_moves_to_no_other_path() {
        deletionRedirected(307, "/v2/prod/app/manifests/latest?moved");
        assertThatThrownBy(() -> client.deleteManifest(app, blob)).isInstanceOf(RedirectRefusedException.class);
        assertThat(methods()).containsExactly("HEAD", "DELETE");
    }

    /** Without the question how the registry wants to be convinced. */
    private List<String> methods() {
        return registry.exchanges().stream()
                .filter(exchange -> !exchange.line().equals("GET /v2/"))
                .map(Exchange::method)
                .collect(Collectors.toList());
    }

    private void deletionRedirected(int status, String location) {
        script.set(exchange -> {
            if (exchange.method().equals("HEAD")) {
                exchange.reply(200, "", "Content-Type: " + Samples.OCI_MANIFEST, "Docker-Content-Digest: " + blob);
            } else if (exchange.line().endsWith("?moved")) {
                exchange.reply(202, "");
            } else {
                exchange.reply(status, "", "Location: " + location);
            }
        });
    }
}
