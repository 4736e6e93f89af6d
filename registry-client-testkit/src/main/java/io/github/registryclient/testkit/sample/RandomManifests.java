package io.github.registryclient.testkit.sample;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes manifests at random, upon those that are there. For one thread. */
final class RandomManifests {
    private static final List<String> ARTIFACT_TYPES =
            List.of("application/spdx+json", "application/vnd.in-toto+json", "application/vnd.example.scan.v1");
    private static final List<String> ARCHITECTURES = List.of("amd64", "arm64", "s390x");
    private static final Instant FIRST = Instant.parse("2015-01-01T00:00:00Z");
    private static final int TEN_YEARS_IN_SECONDS = 315_000_000;
    private static final int LARGEST_LAYER = 512;

    private final Random random;
    private final SampleImages images;

    RandomManifests(Random random, SampleImages images) {
        this.random = random;
        this.images = images;
    }

    <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    SampleManifest image() {
        return images.image(spec());
    }

    SampleManifest dockerImage() {
        return images.dockerImage(spec());
    }

    SampleManifest imageOn(SampleManifest base) {
        return images.imageOn(base, spec());
    }

    /** One to three images, and what else it is to list. */
    SampleManifest index(SampleManifest... more) {
        List<SampleManifest> children = new ArrayList<>(List.of(more));
        for (int left = 1 + random.nextInt(3); left > 0; left--) {
            children.add(image());
        }
        return images.index(children);
    }

    SampleManifest dockerList() {
        return images.twoPlatformDockerList();
    }

    SampleManifest attestedIndex() {
        return images.indexWithAttestation();
    }

    SampleManifest buildCache() {
        return images.buildCache();
    }

    SampleManifest referrer(SampleManifest subject) {
        return images.referrer(subject, pick(ARTIFACT_TYPES));
    }

    /** What stands under the subject's fallback tag. */
    SampleManifest indexOfReferrers(SampleManifest subject) {
        List<SampleManifest> referrers = new ArrayList<>();
        for (int left = 1 + random.nextInt(2); left > 0; left--) {
            referrers.add(referrer(subject));
        }
        return images.index(referrers);
    }

    SampleManifest signature(SampleManifest subject) {
        return images.cosignSignature(subject);
    }

    private ImageSpec spec() {
        return ImageSpec.defaults()
                .createdAt(FIRST.plusSeconds(random.nextInt(TEN_YEARS_IN_SECONDS)))
                .onPlatform("linux", pick(ARCHITECTURES))
                .withLayers(random.nextInt(4), 1 + random.nextInt(LARGEST_LAYER));
    }
}
