package io.github.registryclient.tests.manners;

import io.github.registryclient.name.Digest;
import io.github.registryclient.testkit.sample.ImageSpec;
import io.github.registryclient.testkit.sample.SampleBlob;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.util.List;
import java.util.Locale;

/** What one can do to manifests and blobs: each in repositories of its own, so that their order does not matter. */
final class ContentScenarios {
    static final String NOBODYS = "sha256:" + "0123456789abcdef".repeat(4);

    private static final String OCI_IMAGE = "application/vnd.oci.image.manifest.v1+json";
    private static final String OCI_INDEX = "application/vnd.oci.image.index.v1+json";
    private static final String LIST = "application/vnd.docker.distribution.manifest.list.v2+json";
    private static final String SCHEMA2 = "application/vnd.docker.distribution.manifest.v2+json";

    private final SampleImages images = SampleImages.seeded(20);
    private final boolean schema1;

    private ContentScenarios(boolean schema1) {
        this.schema1 = schema1;
    }

    /** All, for a server that may convert to schema 1, which is not played. */
    static List<Scenario> all(boolean schema1) {
        ContentScenarios scenarios = new ContentScenarios(schema1);
        return List.of(
                scenarios.negotiation(),
                scenarios.conditions(),
                scenarios.whatIsNoManifest(),
                scenarios.deletionByDigest(),
                scenarios.deletionByTag(),
                scenarios.deletionOfBlobsAsManifests(),
                scenarios.deletionOfAChild(),
                scenarios.deletionOfAnIndex(),
                scenarios.deletionOfABlob(),
                scenarios.undo(),
                scenarios.referrers(),
                scenarios.mounts(),
                scenarios.pushes());
    }

    private Scenario negotiation() {
        SampleRepository repository = SampleRepository.named("nego")
                .tag("oci", images.image())
                .tag("docker", images.dockerImage(ImageSpec.defaults()))
                .tag("index", images.twoPlatformIndex())
                .tag("list", images.twoPlatformDockerList())
                .build();
        Scenario scenario = Scenario.of("negotiation", repository);
        List<String> accepts = List.of(
                "*/*",
                SCHEMA2,
                LIST,
                OCI_IMAGE,
                OCI_INDEX,
                OCI_IMAGE.toUpperCase(Locale.ROOT),
                SCHEMA2 + ";q=0.1, " + OCI_INDEX + " ; q=1",
                LIST + "," + SCHEMA2,
                OCI_IMAGE + "," + OCI_INDEX,
                "application/json",
                Scenario.ALL_TYPES);
        for (String tag : List.of("oci", "index", "list", "docker")) {
            String digest = repository.manifest(tag).digest().toString();
            for (String reference : List.of(tag, digest)) {
                String path = " /v2/nego/manifests/" + reference;
                scenario.then("GET" + path);
                label(scenario, tag, reference, "");
                for (String accept : accepts) {
                    scenario.then(Exchange.of("GET" + path).header("Accept", accept));
                    label(scenario, tag, reference, accept);
                    scenario.then(Exchange.of("HEAD" + path).header("Accept", accept));
                    label(scenario, tag, reference, accept);
                }
            }
        }
        return scenario;
    }

    /** Distribution 2.8 converts an image that nobody accepts. */
    private void label(Scenario scenario, String tag, String reference, String accept) {
        boolean converted = schema1
                && reference.equals(tag)
                && !accept.contains(SCHEMA2)
                && (tag.equals("docker") || tag.equals("list") && !accept.contains(LIST));
        if (converted) {
            scenario.labelled("it is converted to schema 1, signed with the server's own key: not played");
        }
    }

    private Scenario conditions() {
        SampleRepository repository =
                SampleRepository.named("cond").tag("1", images.image()).build();
        String digest = repository.manifest("1").digest().toString();
        Scenario scenario = Scenario.of("conditions", repository);
        for (String known : List.of("\"" + digest + "\"", digest, "W/\"" + digest + "\"", "*", "\"" + NOBODYS + "\"")) {
            for (String reference : List.of("1", digest, "2", NOBODYS)) {
                scenario.then(Exchange.of("GET /v2/cond/manifests/" + reference)
                        .header("Accept", Scenario.ALL_TYPES)
                        .header("If-None-Match", known));
            }
            scenario.then(Exchange.of("HEAD /v2/nosuch/manifests/" + digest).header("If-None-Match", known));
        }
        return scenario;
    }

    private Scenario whatIsNoManifest() {
        SampleManifest image = images.image();
        SampleRepository repository =
                SampleRepository.named("none").tag("1", image).build();
        Scenario scenario = Scenario.of("what is no manifest", repository);
        for (SampleBlob blob : image.blobs()) {
            scenario.read("/v2/none/manifests/" + blob.digest())
                    .then("HEAD /v2/none/manifests/" + blob.digest(), "GET /v2/nosuch/manifests/" + blob.digest())
                    .then("GET /v2/none/blobs/" + blob.digest(), "GET /v2/nosuch/blobs/" + blob.digest());
        }
        return scenario.then(
                "GET /v2/none/manifests/2",
                "HEAD /v2/none/manifests/2",
                "GET /v2/none/manifests/" + NOBODYS,
                "HEAD /v2/none/manifests/" + NOBODYS,
                "GET /v2/nosuch/manifests/1",
                "HEAD /v2/nosuch/manifests/1",
                "GET /v2/none/blobs/" + image.digest(),
                "HEAD /v2/none/blobs/" + image.digest(),
                "GET /v2/none/blobs/" + NOBODYS,
                "HEAD /v2/none/blobs/" + NOBODYS,
                "HEAD /v2/nosuch/blobs/" + NOBODYS);
    }

    private Scenario deletionByDigest() {
        SampleManifest shared = images.image();
        SampleRepository repository = SampleRepository.named("digest")
                .tag("1", shared)
                .tag("2", images.image())
                .tag("latest", shared)
                .build();
        return Scenario.of("deletion by digest", repository)
                .then("DELETE /v2/digest/manifests/" + NOBODYS, "DELETE /v2/nosuch/manifests/" + NOBODYS)
                .then("DELETE /v2/nosuch/manifests/" + shared.digest())
                .then("DELETE /v2/digest/manifests/" + shared.digest())
                .then("DELETE /v2/digest/manifests/" + shared.digest())
                .thenLookAt(repository);
    }

    private Scenario deletionByTag() {
        SampleManifest shared = images.image();
        SampleRepository repository = SampleRepository.named("tag")
                .tag("1", shared)
                .tag("latest", shared)
                .build();
        return Scenario.of("deletion by tag", repository)
                .then("DELETE /v2/tag/manifests/3", "DELETE /v2/nosuch/manifests/1", "DELETE /v2/tag/manifests/1")
                .thenLookAt(repository)
                .then("DELETE /v2/tag/manifests/1", "DELETE /v2/tag/manifests/latest")
                .thenLookAt(repository)
                .then("DELETE /v2/tag/manifests/" + shared.digest())
                .thenLookAt(repository);
    }

    private Scenario deletionOfBlobsAsManifests() {
        SampleManifest image = images.image(ImageSpec.defaults().withLayers(2, 50));
        SampleRepository repository =
                SampleRepository.named("broken").tag("1", image).build();
        Scenario scenario = Scenario.of("deletion of blobs as manifests", repository);
        for (SampleBlob blob : image.blobs()) {
            scenario.then(
                    "DELETE /v2/broken/manifests/" + blob.digest(),
                    "HEAD /v2/broken/blobs/" + blob.digest(),
                    "DELETE /v2/broken/manifests/" + blob.digest(),
                    "DELETE /v2/nosuch/manifests/" + blob.digest());
        }
        return scenario.thenLookAt(repository);
    }

    private Scenario deletionOfAChild() {
        SampleManifest index = images.twoPlatformIndex();
        SampleManifest list = images.twoPlatformDockerList();
        SampleRepository repository = SampleRepository.named("child")
                .tag("index", index)
                .tag("list", list)
                .build();
        return Scenario.of("deletion of a child", repository)
                .then("DELETE /v2/child/manifests/" + index.children().get(0).digest())
                .then("DELETE /v2/child/manifests/" + list.children().get(0).digest())
                .thenLookAt(repository)
                // What becomes of the list's first child where only that is accepted.
                .then(Exchange.of("GET /v2/child/manifests/list").header("Accept", SCHEMA2))
                .put("child", "again", index);
    }

    private Scenario deletionOfAnIndex() {
        SampleManifest nested = images.nestedIndex();
        SampleRepository repository = SampleRepository.named("index")
                .tag("nested", nested)
                .tag("buildx", images.indexWithAttestation())
                .build();
        return Scenario.of("deletion of an index", repository)
                .then("DELETE /v2/index/manifests/" + nested.digest())
                .then("DELETE /v2/index/manifests/"
                        + repository.manifest("buildx").digest())
                .thenLookAt(repository);
    }

    private Scenario deletionOfABlob() {
        SampleManifest image = images.image();
        SampleRepository repository =
                SampleRepository.named("blob").tag("1", image).build();
        Digest layer = image.layers().get(0).digest();
        return Scenario.of("deletion of a blob", repository)
                .then("DELETE /v2/blob/blobs/" + NOBODYS, "DELETE /v2/nosuch/blobs/" + NOBODYS)
                .then("DELETE /v2/blob/blobs/" + layer, "DELETE /v2/blob/blobs/" + layer)
                .thenLookAt(repository)
                .put("blob", "2", image);
    }

    private Scenario undo() {
        SampleManifest image = images.image();
        SampleRepository repository =
                SampleRepository.named("undo").tag("1", image).tag("2", image).build();
        return Scenario.of("undo", repository)
                .then("DELETE /v2/undo/manifests/" + image.digest())
                .put("undo", "1", image)
                .thenLookAt(repository)
                .put("undo", image.digest().toString(), image)
                .thenLookAt(repository);
    }

    private Scenario referrers() {
        SampleManifest image = images.image();
        SampleManifest bom = images.referrer(image, "application/spdx+json");
        SampleRepository repository =
                SampleRepository.named("subject").tag("1", image).untagged(bom).build();
        return Scenario.of("referrers", repository)
                .then("GET /v2/subject/referrers/" + image.digest())
                .then("GET /v2/subject/referrers/" + image.digest() + "?artifactType=text/plain")
                .then("GET /v2/subject/referrers/" + NOBODYS, "GET /v2/nosuch/referrers/" + NOBODYS)
                .put("subject", bom.digest().toString(), bom)
                .then("DELETE /v2/subject/manifests/" + image.digest())
                .thenLookAt(repository);
    }

    private Scenario mounts() {
        SampleManifest image = images.image();
        SampleRepository repository =
                SampleRepository.named("from").tag("1", image).build();
        Digest layer = image.layers().get(0).digest();
        Digest config = image.config().orElseThrow().digest();
        return Scenario.of("mounts", repository)
                .then("POST /v2/to/blobs/uploads/?mount=" + layer + "&from=from", "HEAD /v2/to/blobs/" + layer)
                .then("POST /v2/to/blobs/uploads/?mount=" + config, "HEAD /v2/to/blobs/" + config)
                .then("POST /v2/to/blobs/uploads/?mount=" + config + "&from=nosuch")
                .then("POST /v2/to/blobs/uploads/?mount=" + NOBODYS + "&from=from")
                .then("POST /v2/to/blobs/uploads/")
                .then(Exchange.of("POST /v2/single/blobs/uploads/?digest=" + layer)
                        .header("Content-Type", "application/octet-stream")
                        .body(image.layers().get(0).bytes()))
                .then("HEAD /v2/single/blobs/" + layer);
    }

    private Scenario pushes() {
        SampleManifest image = images.image();
        SampleManifest cache = images.buildCache();
        SampleRepository repository =
                SampleRepository.named("push").tag("1", image).build();
        Scenario scenario = Scenario.of("pushes", repository)
                .put("push", "1", image)
                .put("push", image.digest().toString(), image)
                .put("push", "lacking", images.image())
                .put("push", "lacking-index", images.twoPlatformIndex())
                .put("push", "lacking-list", images.twoPlatformDockerList());
        for (SampleBlob blob : cache.blobs()) {
            scenario.then("HEAD /v2/push/blobs/" + blob.digest());
        }
        return scenario.put("push", "cache", cache).then("GET /v2/push/tags/list");
    }
}
