package io.github.registryclient.benchmarks.bulk;

import io.github.registryclient.testkit.sample.ImageSpec;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.util.ArrayList;
import java.util.List;

/** A repository with a long history of CI builds, of which many made the same image. */
final class ManyTags {
    private static final int IMAGES = 100;

    private ManyTags() {}

    static SampleRepository repository(int tags) {
        SampleImages images = SampleImages.seeded(1);
        List<SampleManifest> manifests = new ArrayList<>();
        for (int i = 0; i < IMAGES; i++) {
            manifests.add(images.image(ImageSpec.defaults()));
        }
        SampleRepository.Builder repository = SampleRepository.named("team/app");
        for (int i = 0; i < tags; i++) {
            repository.tag("1.0." + i + "-201806041925053", manifests.get(i % IMAGES));
        }
        return repository.build();
    }
}
