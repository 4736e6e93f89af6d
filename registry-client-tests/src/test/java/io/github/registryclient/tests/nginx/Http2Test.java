package io.github.registryclient.tests.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.DeleteResult;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.http.HttpRegistryClientBuilder;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleLayouts;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import io.github.registryclient.testkit.tls.CertificateAuthority;
import io.github.registryclient.tls.TlsSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** HTTP/2 with a server that ends connections and bounds requests: what is lost is sent again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Http2Test {
    private static final int TAGS = 60;
    private static final RepositoryName APP = RepositoryName.of("team/app");
    private static final RepositoryName OLD = RepositoryName.of("team/old");

    private final CertificateAuthority authority = CertificateAuthority.create();
    private EmbeddedRegistry registry;
    private RegistryFiller filler;
    private Nginx nginx;
    private Site plain;
    private Site http1;
    private Site http2;
    private Site unwanted;
    private Site ending;
    private Site narrow;
    private Site deleting;

    @BeforeAll
    void start() {
        Nginx.assumePresent();
        registry = EmbeddedRegistry.start();
        filler = RegistryFiller.of(registry.uri());
        filler.push(SampleLayouts.manyTags(SampleImages.seeded(7), APP.toString(), TAGS, TAGS));
        plain = Site.before(registry.uri());
        http1 = plain.tls(authority.server().issue());
        http2 = http1.http2();
        unwanted = http1.http2();
        ending = http2.with("keepalive_requests 5;");
        narrow = http2.with("http2_max_concurrent_streams 2;");
        deleting = http1.http2();
        nginx = Nginx.start(plain, http1, http2, unwanted, ending, narrow, deleting);
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

    private HttpRegistryClientBuilder to(Site site) {
        return HttpRegistryClient.builder(nginx.uri(site).toString())
                .tls(TlsSettings.builder().trustPem(authority.caPem()).build());
    }

    private List<Tag> tags() {
        List<Tag> tags = new ArrayList<>(
                registry.snapshot().repository(APP.toString()).tags().keySet());
        assertThat(tags).hasSize(TAGS);
        return tags;
    }

    private void assertSpoken(Site site, String protocol) {
        Awaitility.await()
                .untilAsserted(() -> assertThat(nginx.served(site))
                        .isNotEmpty()
                        .extracting(Served::protocol)
                        .containsOnly(protocol));
    }

    @Test
    void http_2_is_spoken_where_it_is_preferred_and_offered_by_https() {
        for (Site site : List.of(plain, http1, http2)) {
            try (HttpRegistryClient client = to(site).preferHttp2().build()) {
                assertThat(client.listTags(APP).toList()).hasSize(TAGS);
            }
        }
        assertSpoken(plain, "HTTP/1.1");
        assertSpoken(http1, "HTTP/1.1");
        assertSpoken(http2, "HTTP/2.0");
    }

    /** Over HTTP/2 the JDK itself may send again what the server says it did not process. */
    @Test
    void a_deletion_by_tag_goes_by_http_1_all_the_same() {
        RepositoryName gone = RepositoryName.of("team/gone");
        filler.push(SampleLayouts.manyTags(SampleImages.seeded(8), gone.toString(), 1, 1));
        Tag tag = registry.snapshot()
                .repository(gone.toString())
                .tags()
                .keySet()
                .iterator()
                .next();
        try (HttpRegistryClient client = to(deleting).preferHttp2().build()) {
            client.deleteTag(gone, tag);
        }
        Awaitility.await().untilAsserted(() -> {
            assertThat(nginx.served(deleting))
                    .filteredOn(served -> served.request().startsWith("DELETE "))
                    .extracting(Served::protocol)
                    .containsExactly("HTTP/1.1");
            assertThat(nginx.served(deleting)).extracting(Served::protocol).contains("HTTP/2.0");
        });
    }

    @Test
    void http_1_is_spoken_where_nothing_is_preferred() {
        try (HttpRegistryClient client = to(unwanted).build()) {
            assertThat(client.listTags(APP).toList()).hasSize(TAGS);
        }
        assertSpoken(unwanted, "HTTP/1.1");
    }

    @Test
    void one_request_at_a_time_is_enough() {
        try (HttpRegistryClient client = to(http2).preferHttp2().concurrency(1).build()) {
            assertThat(client.resolveTags(APP, tags()).digests()).hasSize(TAGS);
        }
    }

    @Test
    void more_requests_than_the_server_takes_at_a_time_are_sent_later() {
        try (HttpRegistryClient client =
                to(narrow).preferHttp2().concurrency(6).retries(10).build()) {
            assertThat(client.resolveTags(APP, tags()).digests()).hasSize(TAGS);
        }
    }

    /** Before Java 24 each fifth request fails here, all others of the moment too, and now and then one hangs. */
    @Test
    void what_was_on_a_connection_that_the_server_ends_is_read_again() {
        try (HttpRegistryClient client = to(ending)
                .preferHttp2()
                .attemptTimeout(Duration.ofSeconds(3))
                .retries(10)
                .build()) {
            assertThat(client.resolveTags(APP, tags()).digests()).hasSize(TAGS);
        }
    }

    /** The server goes on to answer what the JDK gives up before Java 24: the deletion was carried out. */
    @Test
    void what_became_of_deletions_on_connections_that_the_server_ends_is_known_in_the_end() {
        SampleImages images = SampleImages.seeded(8);
        List<SampleManifest> deleted = new ArrayList<>();
        SampleManifest kept = images.image();
        SampleRepository.Builder old = SampleRepository.named(OLD.toString()).tag("kept", kept);
        for (int i = 0; i < 12; i++) {
            SampleManifest image = images.image();
            deleted.add(image);
            old.tag("old-" + i, image);
        }
        filler.push(old.build());

        try (HttpRegistryClient client = to(ending).preferHttp2().build()) {
            for (SampleManifest image : deleted) {
                assertThat(client.deleteManifest(OLD, image.digest()).outcome())
                        .isIn(DeleteResult.Outcome.DELETED, DeleteResult.Outcome.ACCEPTED_PARTIALLY);
            }
        }
        assertThat(registry.snapshot().repository(OLD.toString()).tags().keySet())
                .isEqualTo(Set.of(Tag.of("kept")));
    }
}
