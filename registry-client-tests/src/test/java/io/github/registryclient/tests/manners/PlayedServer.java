package io.github.registryclient.tests.manners;

import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.MovableClock;
import io.github.registryclient.testkit.RegistrySnapshot;
import io.github.registryclient.testkit.RepositorySnapshot;
import io.github.registryclient.testkit.manner.Manner;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A registry with one manner, filled before it had it, and our client. */
final class PlayedServer implements AutoCloseable {
    static final RepositoryName NAME = RepositoryName.of("team/app");

    final Content content = new Content();
    private final EmbeddedRegistry registry;
    final HttpRegistryClient client;

    /** Fills a folder once, for many servers. */
    static void fill(Path template) {
        try (EmbeddedRegistry before =
                EmbeddedRegistry.builder().folder(template).start()) {
            RegistryFiller.of(before.uri()).push(new Content().repository);
        }
    }

    PlayedServer(Manner manner, Path template, Path folder) throws IOException {
        copy(template, folder);
        registry = EmbeddedRegistry.builder().folder(folder).manner(manner).start();
        MovableClock time = MovableClock.at(Instant.now());
        client = HttpRegistryClient.builder(registry.uri().toString())
                .clock(time)
                .pauses(time::move)
                .build();
    }

    RegistrySnapshot snapshot() {
        return registry.snapshot();
    }

    RepositorySnapshot repository() {
        return snapshot().repository(NAME.toString());
    }

    /** Whether GET of the digest finds it, whatever the client thinks. */
    boolean shows(Digest digest) {
        return Exchange.of("GET /v2/" + NAME + "/manifests/" + digest)
                .header("Accept", Scenario.ALL_TYPES)
                .with(registry.uri())
                .is(200);
    }

    /** What a repository had and has not any more. */
    static Set<Object> lost(RepositorySnapshot before, RepositorySnapshot after) {
        Set<Object> lost = new HashSet<>(before.manifests().keySet());
        lost.removeAll(after.manifests().keySet());
        Set<Digest> blobs = new HashSet<>(before.blobs().keySet());
        blobs.removeAll(after.blobs().keySet());
        lost.addAll(blobs);
        Map<Tag, Digest> tags = new HashMap<>(before.tags());
        after.tags().forEach(tags::remove);
        lost.addAll(tags.keySet());
        return lost;
    }

    /** Pieces are replaced as a whole, so that many folders may share their bytes; a lock on a file is on all its names. */
    private static void copy(Path template, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(template)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path to = folder.resolve(template.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else if (!file.getParent().equals(template)) {
                    Files.createLink(to, file);
                }
            }
        }
    }

    @Override
    public void close() {
        client.close();
        registry.close();
    }

    /** What was pushed, the same for each server. */
    static final class Content {
        final SampleImages images = SampleImages.seeded(30);
        final SampleManifest shared = images.image();
        final SampleManifest single = images.image();
        final SampleManifest untagged = images.image();
        final SampleManifest index = images.twoPlatformIndex();
        final SampleManifest list = images.twoPlatformDockerList();
        final SampleManifest bom = images.referrer(single, "application/spdx+json");
        final SampleManifest scan = images.referrer(single, "application/sarif+json");
        final SampleRepository repository = SampleRepository.named(NAME.toString())
                .tag("1", shared)
                .tag("latest", shared)
                .tag("2", single)
                .tag("immutable-1", images.image())
                .tag("index", index)
                .tag("list", list)
                .untagged(untagged)
                .untagged(bom)
                .untagged(scan)
                .build();
    }
}
