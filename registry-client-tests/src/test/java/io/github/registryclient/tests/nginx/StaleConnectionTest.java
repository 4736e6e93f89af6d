package io.github.registryclient.tests.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.DeleteResult;
import io.github.registryclient.auth.Credentials;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.net.DelayProxy;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Connections that nginx has ended while the news of it is still on its way: what is sent on them is lost. Nginx is restarted
 * just before a request, and far enough away that the client cannot know.
 */
class StaleConnectionTest {
    private static final RepositoryName APP = RepositoryName.of("team/app");
    private static final Duration ROUND_TRIP = Duration.ofMillis(400);

    private final SampleManifest one = SampleImages.seeded(1).image();
    private final SampleManifest two = SampleImages.seeded(2).image();
    private EmbeddedRegistry registry;
    private Nginx nginx;
    private DelayProxy far;
    private HttpRegistryClient client;
    /** How many requests go before the one that nginx is restarted before; none if negative. */
    private int before = -1;

    @BeforeEach
    void start() {
        Nginx.assumePresent();
        registry = EmbeddedRegistry.start();
        RegistryFiller.of(registry.uri())
                .push(SampleRepository.named(APP.toString())
                        .tag("1", one)
                        .tag("2", two)
                        .build());
        Site site = Site.before(registry.uri());
        nginx = Nginx.start(site);
        far = DelayProxy.start(nginx.uri(site), ROUND_TRIP);
        client = HttpRegistryClient.builder(far.uri().toString())
                .credentials((host, repository) -> {
                    beforeEachRequest();
                    return Credentials.anonymous();
                })
                .build();
        assertThat(client.resolveTags(APP, List.of(Tag.of("1"), Tag.of("2"))).digests())
                .hasSize(2);
        registry.clearRequests();
    }

    @AfterEach
    void stop() {
        for (AutoCloseable started : new AutoCloseable[] {client, far, nginx, registry}) {
            try {
                if (started != null) {
                    started.close();
                }
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private synchronized void beforeEachRequest() {
        if (before >= 0 && before-- == 0) {
            nginx.restart();
        }
    }

    private synchronized void restartAfter(int requests) {
        before = requests;
    }

    @Test
    void what_is_read_is_read_again() {
        restartAfter(0);
        assertThat(client.getManifestDigest(APP, Tag.of("1"))).isEqualTo(one.digest());
        restartAfter(0);
        assertThat(client.listTags(APP).toList()).containsExactlyInAnyOrder(Tag.of("1"), Tag.of("2"));
    }

    @Test
    void a_deletion_by_digest_that_never_arrived_is_carried_out() {
        restartAfter(1); // the look at what is to be deleted goes well, its DELETE is lost
        assertThat(client.deleteManifest(APP, one.digest()).outcome()).isEqualTo(DeleteResult.Outcome.DELETED);

        assertThat(registry.snapshot().repository(APP.toString()).tags()).containsOnlyKeys(Tag.of("2"));
    }

    @Test
    void an_upload_goes_a_new_way_where_the_look_before_it_found_none() {
        restartAfter(0);
        Digest blob = client.uploadBlob(APP, new byte[] {1, 2, 3});

        assertThat(registry.snapshot().repository(APP.toString()).blobs()).containsKey(blob);
    }
}
