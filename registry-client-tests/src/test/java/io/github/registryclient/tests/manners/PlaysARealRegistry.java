package io.github.registryclient.tests.manners;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.testkit.manner.Manners;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The embedded registry with a server's manners answers as that server does, request by request. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PlaysARealRegistry {
    static final SampleImages IMAGES = SampleImages.seeded(7);
    static final SampleManifest IMAGE = IMAGES.image();

    private final String program;
    private final Manners manners;
    private RealAndEmbedded both;

    PlaysARealRegistry(String program, Manners manners) {
        this.program = program;
        this.manners = manners;
    }

    @BeforeAll
    void start() {
        both = RealAndEmbedded.start(program, manners);
        both.push(List.of(
                SampleRepository.named("a/b")
                        .tag("1.0", IMAGE)
                        .tag("1.10", IMAGE)
                        .tag("1.9", IMAGE)
                        .tag("latest", IMAGE)
                        .tag("B", IMAGE)
                        .tag("b", IMAGE)
                        .build(),
                SampleRepository.named("a").tag("x", IMAGE).build(),
                SampleRepository.named("a-b").tag("x", IMAGE).build(),
                SampleRepository.named("r0").tag("x", IMAGE).build(),
                SampleRepository.named("r1").tag("x", IMAGE).build(),
                SampleRepository.named("r2/3").tag("x", IMAGE).build(),
                SampleRepository.named("emptied").tag("t", IMAGE).build(),
                SampleRepository.named("untagged").untagged(IMAGE).build()));
        both.pushBlob("blobs-only", IMAGE.blobs().iterator().next());
        prepare(both);
    }

    /** Does what a server lets one do beyond pushing. */
    void prepare(RealAndEmbedded registries) {}

    @AfterAll
    void stop() {
        if (both != null) {
            both.close();
        }
    }

    /** The requests to compare. */
    abstract Battery battery();

    Stream<Battery.Step> steps() {
        return battery().steps().stream();
    }

    @ParameterizedTest
    @MethodSource("steps")
    void answers_alike(Battery.Step step) {
        Answer real = step.exchange().with(both.real());
        Answer played = step.exchange().with(both.embedded());

        assertThat(step.view(played))
                .as(step.toString())
                .hasToString(step.view(real).toString());
    }
}
