package io.github.registryclient.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.http.server.Exchange;
import io.github.registryclient.http.server.Samples;
import io.github.registryclient.http.server.ScriptedServer;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How names get into addresses: served ones escaped and in their place, typed ones against the grammar not at all. */
class NameEscapingTest {
    private final ScriptedServer server =
            new ScriptedServer(exchange -> exchange.reply(200, "", "Docker-Content-Digest: " + Samples.sha256("x")));
    private final HttpRegistryClient client = HttpRegistryClient.connect(server.url());

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "Team/App, Team/App",
        "_old/x, _old/x",
        "a b/c, a%20b/c",
        "a%2fb, a%252fb",
        "a?b, a%3Fb",
        "a#b, a%23b",
        "ä/ö, %C3%A4/%C3%B6",
        "a&b=c, a%26b=c",
        "a//b, ",
        "a/../b, ",
        "./a, ",
    })
    void a_served_name_is_escaped_segment_by_segment_or_refused(String name, String path) {
        if (path == null) {
            assertThatThrownBy(() -> RepositoryName.asServed(name)).isInstanceOf(InvalidInputException.class);
        } else {
            client.getManifestDigest(RepositoryName.asServed(name), Tag.of("1.0"));
            assertThat(server.exchanges())
                    .extracting(Exchange::line)
                    .containsExactly("HEAD /v2/" + path + "/manifests/1.0");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "a/", "/a", "A", "a//b", "..", "a/..", "a b", "a:1", "a@sha256:x", "a\\b", "a\nb"})
    void a_typed_name_against_the_grammar_is_refused_before_anything_is_sent(String name) {
        assertThatThrownBy(() -> client.getManifestDigest(name, "1.0")).isInstanceOf(InvalidInputException.class);
        assertThat(server.exchanges()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".x", "-x", "a/b", "a b", "sha256:", "a:b:c d", "..", "a?b", "a%2fb"})
    void a_typed_reference_against_the_grammar_is_refused_before_anything_is_sent(String reference) {
        assertThatThrownBy(() -> client.getManifestDigest("team/app", reference))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> client.getManifest("team/app", reference)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> client.deleteTag("team/app", reference)).isInstanceOf(InvalidInputException.class);
        assertThat(server.exchanges()).isEmpty();
    }

    @Test
    void a_digest_is_never_taken_for_a_tag() {
        assertThatThrownBy(() -> client.deleteTag("team/app", Samples.sha256("x")))
                .isInstanceOf(InvalidInputException.class);
    }
}
