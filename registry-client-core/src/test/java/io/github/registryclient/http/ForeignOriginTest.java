package io.github.registryclient.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.DeleteResult.Outcome;
import io.github.registryclient.error.NotFoundException;
import io.github.registryclient.error.UnverifiedDigestException;
import io.github.registryclient.http.server.Exchange;
import io.github.registryclient.http.server.Samples;
import io.github.registryclient.http.server.ScriptedServer;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A registry that sends readers to another host: what that one says of a digest counts only with bytes that have it. */
class ForeignOriginTest {
    private final RepositoryName app = RepositoryName.of("team/app");
    private final Digest digest = Digest.of(Samples.sha256(Samples.MANIFEST));
    private ScriptedServer.Script elsewhere = exchange -> exchange.cut();
    private final ScriptedServer foreign = new ScriptedServer(exchange -> elsewhere.serve(exchange));
    private final ScriptedServer registry = new ScriptedServer(this::redirect);
    private final HttpRegistryClient client =
            HttpRegistryClient.builder(registry.url()).retries(0).build();

    @AfterEach
    void stop() {
        client.close();
        registry.close();
        foreign.close();
    }

    private void redirect(Exchange exchange) throws IOException {
        if (exchange.method().equals("DELETE")) {
            exchange.reply(202, "");
        } else {
            String path = exchange.line().substring(exchange.method().length() + 1);
            exchange.reply(307, "", "Location: " + foreign.url() + path);
        }
    }

    private static void show(Exchange exchange, String manifest, String claimed) throws IOException {
        exchange.reply(200, manifest, "Content-Type: " + Samples.OCI_MANIFEST, "Docker-Content-Digest: " + claimed);
    }

    private static List<String> methods(ScriptedServer server) {
        return server.exchanges().stream().map(Exchange::method).collect(Collectors.toList());
    }

    @Test
    void a_manifest_elsewhere_is_deleted_once_its_bytes_were_hashed() {
        elsewhere = exchange -> show(exchange, Samples.MANIFEST, digest.toString());

        assertThat(client.deleteManifest(app, digest).outcome()).isEqualTo(Outcome.DELETED);
        assertThat(methods(foreign)).containsExactly("HEAD", "GET");
        assertThat(methods(registry)).containsExactly("HEAD", "GET", "DELETE");
    }

    @Test
    void the_word_of_another_host_for_other_bytes_deletes_nothing() {
        elsewhere = exchange -> show(exchange, Samples.CONFIG, digest.toString());

        assertThatThrownBy(() -> client.deleteManifest(app, digest)).isInstanceOf(UnverifiedDigestException.class);
        assertThat(methods(registry)).containsExactly("HEAD", "GET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MANIFEST_UNKNOWN", "NAME_UNKNOWN"})
    void a_404_of_another_host_is_not_gone(String code) {
        elsewhere = exchange ->
                exchange.reply(404, Samples.error(code, ""), "Docker-Distribution-Api-Version: registry/2.0");

        assertThatThrownBy(() -> client.deleteManifest(app, digest)).isInstanceOf(UnverifiedDigestException.class);
        assertThat(methods(registry)).containsExactly("HEAD", "GET");
    }

    @Test
    void the_digest_that_another_host_names_for_a_tag_is_hashed() {
        elsewhere = exchange -> show(
                exchange, Samples.MANIFEST, exchange.method().equals("HEAD") ? Samples.sha256("x") : digest.toString());

        assertThat(client.getManifestDigest(app, Tag.of("1.0"))).isEqualTo(digest);
        assertThat(methods(foreign)).containsExactly("HEAD", "GET");
    }

    @Test
    void a_tag_that_only_another_host_calls_missing_is_not_deleted() {
        elsewhere = exchange -> exchange.reply(404, Samples.error("MANIFEST_UNKNOWN", ""));

        assertThatThrownBy(() -> client.deleteTag(app, Tag.of("1.0"))).isInstanceOf(NotFoundException.class);
        assertThat(methods(registry)).doesNotContain("DELETE");
    }
}
