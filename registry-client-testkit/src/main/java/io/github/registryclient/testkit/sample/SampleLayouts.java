package io.github.registryclient.testkit.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Whole repositories as they were met, among them those that broke registries. Deterministic from the images' seed. */
public final class SampleLayouts {
    private static final DateTimeFormatter BUILD =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmssS", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Instant FIRST_BUILD = Instant.parse("2018-06-04T19:25:05.300Z");
    private static final Duration BETWEEN_BUILDS = Duration.ofSeconds(93_784, 100_000_000);

    private SampleLayouts() {}

    /**
     * What a build server leaves: tags such as {@code 1.0.0-201806041925053}. Every fourth build changed nothing and shares its
     * image with the one before; {@code latest} is the last build.
     *
     * @param images makes the images
     * @param repository the repository's name
     * @param builds how many builds, 1 or more
     * @return the repository
     * @throws IllegalArgumentException if it is less
     */
    public static SampleRepository ciHistory(SampleImages images, String repository, int builds) {
        requireAtLeast(1, builds, "builds");
        SampleRepository.Builder history = SampleRepository.named(repository);
        Instant time = FIRST_BUILD;
        SampleManifest image = images.image(ImageSpec.defaults().createdAt(time));
        for (int build = 0; build < builds; build++) {
            boolean changed = build % 4 != 3;
            if (build > 0 && changed) {
                image = images.image(ImageSpec.defaults()
                        .createdAt(time)
                        .withLabel("build", Integer.toString(build))
                        .withLayers(2, 4096));
            }
            history.tag("1." + build / 10 + ".0-" + BUILD.format(time), image);
            time = time.plus(BETWEEN_BUILDS);
        }
        return history.tag("latest", image).build();
    }

    /**
     * Many tags of few images: {@code t0000000}, {@code t0000001}, … in turn.
     *
     * @param images makes the images
     * @param repository the repository's name
     * @param tags how many tags, 0 or more
     * @param digests how many images, 1 or more
     * @return the repository
     * @throws IllegalArgumentException if one of them is less
     */
    public static SampleRepository manyTags(SampleImages images, String repository, int tags, int digests) {
        requireAtLeast(0, tags, "tags");
        requireAtLeast(1, digests, "images");
        List<SampleManifest> few = new ArrayList<>();
        for (int i = 0; i < digests; i++) {
            few.add(images.image());
        }
        SampleRepository.Builder many = SampleRepository.named(repository);
        for (int i = 0; i < tags; i++) {
            many.tag(String.format("t%07d", i), few.get(i % digests));
        }
        return many.build();
    }

    /**
     * The catalog that broke registries: every repository {@code p000}, {@code p001}, … has a child {@code p000/1}, …, so that
     * some parent stands beside its child at each page's end. Distribution 2.8 loses names there, 3.1 drops the connection.
     *
     * @param images makes the one image that all share
     * @param prefix the repositories are {@code <prefix>/p000} and so on
     * @param parents how many parents, 0 or more, each with one child; 100 reach beyond a page of 100 even in an empty registry
     * @return parents and children
     * @throws IllegalArgumentException if the number is less
     */
    public static List<SampleRepository> parentsBesideChildren(SampleImages images, String prefix, int parents) {
        requireAtLeast(0, parents, "parents");
        SampleManifest shared = images.image();
        List<SampleRepository> repositories = new ArrayList<>();
        for (int i = 0; i < parents; i++) {
            String parent = String.format("%s/p%03d", prefix, i);
            repositories.add(
                    SampleRepository.named(parent).tag("latest", shared).build());
            repositories.add(
                    SampleRepository.named(parent + "/1").tag("latest", shared).build());
        }
        return List.copyOf(repositories);
    }

    private static void requireAtLeast(int least, int count, String what) {
        if (count < least) {
            throw new IllegalArgumentException(least + " or more " + what + ", not " + count);
        }
    }
}
