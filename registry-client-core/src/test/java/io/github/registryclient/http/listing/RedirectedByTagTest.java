package io.github.registryclient.http.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.error.NotFoundException;
import io.github.registryclient.error.RedirectRefusedException;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.http.server.Exchange;
import io.github.registryclient.http.server.Samples;
import io.github.registryclient.http.server.ScriptedServer;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A registry sends what is read by a tag to another origin: no digest tells whether that is all, or that nothing is there. */
class RedirectedByTagTest {
    private static final RepositoryName APP = RepositoryName.of("team/app");
    private static final Digest SUBJECT = Digest.of(Samples.sha256("subject"));

    private final ScriptedServer other = new ScriptedServer(this::elsewhere);
    private final ScriptedServer registry = new ScriptedServer(this::answer);
    private final HttpRegistryClient nobody =
            HttpRegistryClient.builder(registry.url()).retries(0).build();
    private final HttpRegistryClient account = HttpRegistryClient.builder(registry.url())
            .credentials("user", "pass")
            .retries(0)
            .build();
    private volatile boolean missing = true;

    private void answer(Exchange exchange) throws IOException {
        String path = exchange.line().replaceAll("^\\S+ ", "");
        if (path.equals("/v2/")) {
            exchange.reply(200, "{}", "WWW-Authenticate: Basic realm=\"r\"");
        } else if (path.contains("/referrers/")) {
            exchange.reply(404, Samples.error("UNSUPPORTED", ""), "Content-Type: application/json");
        } else {
            exchange.reply(307, "", "Location: " + other.url() + path);
        }
    }

    private void elsewhere(Exchange exchange) throws IOException {
        if (missing) {
            exchange.reply(404, Samples.error("MANIFEST_UNKNOWN", ""), "Content-Type: application/json");
        } else {
            exchange.reply(
                    200,
                    "{\"schemaVersion\":2,\"manifests\":[]}",
                    "Content-Type: application/vnd.oci.image.index.v1+json");
        }
    }

    @AfterEach
    void stop() {
        nobody.close();
        account.close();
        registry.close();
        other.close();
    }

    @Test
    void a_tag_that_is_missing_elsewhere_does_not_dangle() {
        for (HttpRegistryClient client : List.of(nobody, account)) {
            assertThatThrownBy(() -> client.resolveTags(APP, List.of(Tag.of("1.0"))))
                    .isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void a_fallback_index_that_is_missing_elsewhere_does_not_mean_no_referrers() {
        assertThatThrownBy(() -> nobody.listReferrers(APP, SUBJECT).toList()).isInstanceOf(NotFoundException.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_account_s_fallback_index_is_not_read_elsewhere(boolean isMissing) {
        missing = isMissing;
        assertThatThrownBy(() -> account.listReferrers(APP, SUBJECT).toList())
                .isInstanceOf(RedirectRefusedException.class)
                .hasMessageContainingAll(registry.url(), other.url(), "listing");
        assertThat(other.exchanges()).isEmpty();
    }

    @Test
    void nobody_s_fallback_index_may_be_elsewhere() {
        missing = false;
        assertThat(nobody.listReferrers(APP, SUBJECT).toList()).isEmpty();
    }
}
