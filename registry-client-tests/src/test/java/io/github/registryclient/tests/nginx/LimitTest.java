package io.github.registryclient.tests.nginx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.error.TooManyRequestsException;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleLayouts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An nginx that answers fewer requests a second than anybody sends: what it refuses is sent again when it wants to be asked. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LimitTest {
    private static final int TAGS = 20;
    private static final RepositoryName APP = RepositoryName.of("team/app");

    private EmbeddedRegistry registry;
    private Nginx nginx;
    private Map<String, Site> sites;
    private Site impatient;
    private List<Tag> tags;

    @BeforeAll
    void start() {
        Nginx.assumePresent();
        registry = EmbeddedRegistry.start();
        RegistryFiller.of(registry.uri())
                .push(SampleLayouts.manyTags(SampleImages.seeded(5), APP.toString(), TAGS, TAGS));
        tags = new ArrayList<>(
                registry.snapshot().repository(APP.toString()).tags().keySet());
        Site limited = Site.before(registry.uri())
                .with("limit_req zone=few burst=2 nodelay;")
                .with("limit_req_status 429;");
        sites = Map.of("nothing", limited, "Retry-After", limited.with("add_header Retry-After 1 always;"));
        impatient = Site.before(registry.uri())
                .with("limit_req zone=one;")
                .with("limit_req_status 429;")
                .with("add_header Retry-After 7 always;");
        nginx = Nginx.start(
                List.of(
                        "limit_req_zone $server_port zone=few:1m rate=6r/s;",
                        "limit_req_zone $server_port zone=one:1m rate=1r/s;"),
                sites.get("nothing"),
                sites.get("Retry-After"),
                impatient);
    }

    @AfterAll
    void stop() {
        if (nginx != null) {
            nginx.close();
        }
        if (registry != null) {
            registry.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "Retry-After"})
    void what_is_refused_is_sent_again_and_all_succeeds(String beside) {
        Site site = sites.get(beside);
        try (HttpRegistryClient client =
                HttpRegistryClient.connect(nginx.uri(site).toString())) {
            assertThat(client.resolveTags(APP, tags).digests()).hasSize(TAGS);
        }
        Awaitility.await()
                .untilAsserted(() -> assertThat(nginx.served(site))
                        .extracting(Served::status)
                        .contains(429)
                        .filteredOn(status -> status == 200)
                        .hasSize(TAGS));
    }

    @Test
    void who_has_less_time_than_it_wants_is_told_how_long_it_would_take() {
        try (HttpRegistryClient client = HttpRegistryClient.builder(
                        nginx.uri(impatient).toString())
                .callTimeout(Duration.ofSeconds(5))
                .build()) {
            assertThatThrownBy(() -> {
                        for (int i = 0; i < TAGS; i++) {
                            client.getManifestDigest(APP, tags.get(0));
                        }
                    })
                    .isInstanceOfSatisfying(
                            TooManyRequestsException.class,
                            refused -> assertThat(refused.retryAfter()).contains(Duration.ofSeconds(7)));
        }
    }
}
