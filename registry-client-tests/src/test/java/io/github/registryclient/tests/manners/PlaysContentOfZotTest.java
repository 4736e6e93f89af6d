package io.github.registryclient.tests.manners;

import io.github.registryclient.testkit.manner.Manners;
import io.github.registryclient.testkit.process.RegistryProgram;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** The manners of zot, beside the real one, with manifests and blobs. */
class PlaysContentOfZotTest extends PlaysContent {
    private static final String UNKNOWN_CONFIG = "{\"schemaVersion\":2,"
            + "\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\",\"config\":"
            + "{\"mediaType\":\"application/vnd.example.config+json\",\"size\":7,\"digest\":\""
            + ContentScenarios.NOBODYS + "\"},\"layers\":[]}";

    PlaysContentOfZotTest() {
        super(RegistryProgram.ZOT, Manners.zot());
    }

    @Override
    Stream<Scenario> scenarios() {
        return Stream.concat(super.scenarios(), Stream.of(itsOwn()));
    }

    /** What only zot does, and, with the reasons, what of it is not played. */
    private static Scenario itsOwn() {
        SampleImages images = SampleImages.seeded(21);
        SampleManifest image = images.image();
        SampleManifest cache = images.buildCache();
        SampleManifest elsewhere = images.image();
        SampleRepository repository = SampleRepository.named("own")
                .tag("1", image)
                .tag("cache", cache)
                .build();
        return Scenario.of(
                        "zot's own",
                        repository,
                        SampleRepository.named("elsewhere").tag("1", elsewhere).build())
                .then("DELETE /v2/own/blobs/" + image.digest())
                .then("DELETE /v2/own/blobs/" + cache.layers().get(0).digest())
                .thenLookAt(repository)
                .then("GET /v2/")
                .labelled("zot's body is empty, under the same type: no client reads it")
                .then("POST /v2/own/blobs/uploads/?from=elsewhere")
                .labelled("zot answers 405: no client names a repository without a blob to mount")
                .then("HEAD /v2/own/blobs/" + elsewhere.layers().get(0).digest())
                .labelled("zot finds it in its cache and keeps it here as well: a part of its deduplication")
                .then(Exchange.of("PUT /v2/own/manifests/unknown-config")
                        .header("Content-Type", "application/vnd.oci.image.manifest.v1+json")
                        .body(UNKNOWN_CONFIG.getBytes(StandardCharsets.UTF_8)))
                .labelled(
                        "zot looks for blobs only under two types of config, and takes this: what may be missing is a "
                                + "setting of the embedded registry");
    }
}
