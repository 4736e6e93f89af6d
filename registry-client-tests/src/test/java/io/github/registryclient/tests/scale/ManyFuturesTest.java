package io.github.registryclient.tests.scale;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.AsyncRegistryClient;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.net.DelayProxy;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleLayouts;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Many more futures than connections. */
class ManyFuturesTest {
    @Test
    void a_thousand_futures_need_eight_connections() throws Exception {
        RepositoryName app = RepositoryName.of("team/app");
        try (EmbeddedRegistry embedded = EmbeddedRegistry.start();
                DelayProxy proxy = DelayProxy.start(embedded.uri(), Duration.ZERO);
                HttpRegistryClient client =
                        HttpRegistryClient.connect(proxy.uri().toString());
                AsyncRegistryClient async = AsyncRegistryClient.over(client)) {
            SampleRepository sample = RegistryFiller.of(embedded.uri())
                    .push(SampleLayouts.manyTags(SampleImages.seeded(8), app.toString(), 1000, 7));

            Map<Tag, CompletableFuture<Digest>> futures = async.listTags(app)
                    .thenApply(tags -> tags.stream()
                            .collect(Collectors.toMap(tag -> tag, tag -> async.getManifestDigest(app, tag))))
                    .get(60, SECONDS);
            CompletableFuture.allOf(futures.values().toArray(new CompletableFuture<?>[0]))
                    .get(60, SECONDS);

            Map<Tag, Digest> resolved = new TreeMap<>();
            futures.forEach((tag, digest) -> resolved.put(tag, digest.join()));
            assertThat(resolved).isEqualTo(new TreeMap<>(sample.tags())).hasSize(1000);
            assertThat(proxy.acceptedConnections()).isLessThanOrEqualTo(8);
        }
    }

    @Test
    void a_thousand_futures_that_are_cancelled_leave_the_client_as_it_was() throws Exception {
        RepositoryName app = RepositoryName.of("team/app");
        try (EmbeddedRegistry embedded = EmbeddedRegistry.start();
                HttpRegistryClient client =
                        HttpRegistryClient.connect(embedded.uri().toString());
                AsyncRegistryClient async = AsyncRegistryClient.over(client)) {
            SampleRepository sample = RegistryFiller.of(embedded.uri())
                    .push(SampleLayouts.manyTags(SampleImages.seeded(9), app.toString(), 1000, 1));
            List<CompletableFuture<Digest>> futures = sample.tags().keySet().stream()
                    .map(tag -> async.getManifestDigest(app, tag))
                    .collect(Collectors.toList());
            futures.forEach(future -> future.cancel(true));

            assertThat(futures).allMatch(CompletableFuture::isDone);
            assertThat(async.listTags(app).get(60, SECONDS)).hasSize(1000);
        }
    }
}
