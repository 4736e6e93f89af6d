package io.github.registryclient.examples.snippets;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.RegistrySnapshot;
import io.github.registryclient.testkit.SyntheticContent;
import io.github.registryclient.testkit.manner.Manners;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleRepository;

/** A registry in the same JVM, for tests of code that uses the library. */
public final class TestingYourCode {
    private TestingYourCode() {}

    /**
     * Deletes an image of an embedded registry and collects garbage.
     *
     * @return the bytes that came back
     */
    public static long collect() {
        // region testing
        try (EmbeddedRegistry server = EmbeddedRegistry.start();
                RegistryClient registry =
                        HttpRegistryClient.connect(server.uri().toString())) {
            SampleImages images = SampleImages.seeded(1); // the same ones each time
            SampleRepository app = SampleRepository.named("team/app")
                    .tag("1.0", images.image())
                    .tag("1.1", images.twoPlatformIndex())
                    .build();
            RegistryFiller.of(server.uri()).push(app);

            registry.deleteManifest(app.name(), app.manifest("1.0").digest()); // here goes the code under test

            RegistrySnapshot left = server.snapshot(); // everything stored, to assert on
            System.out.println(left.repository("team/app").tags());
            return server.garbageCollect().bytesFreed();
        }
        // endregion
    }

    /**
     * Lists the tags of a repository that nobody pushed, on a registry that answers as a known one.
     *
     * @return how many tags were listed
     */
    public static int list() {
        // region manners
        try (EmbeddedRegistry server = EmbeddedRegistry.builder()
                        .manners(Manners.distribution28()) // or quay(), harbor(), zot()… each departure with its source
                        .synthetic(SyntheticContent.seeded(1).tags("team/app", 20_000, 500)) // of 500 images
                        .deletionOff() // or readOnly(), tagDeletionOff(), noCatalog(), noReferrersApi()
                        .start();
                RegistryClient registry =
                        HttpRegistryClient.connect(server.uri().toString())) {
            return registry.listTags("team/app").toList().size(); // here goes the code under test
        }
        // endregion
    }
}
