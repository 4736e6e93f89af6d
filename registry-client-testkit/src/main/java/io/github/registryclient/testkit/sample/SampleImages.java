package io.github.registryclient.testkit.sample;

import static io.github.registryclient.testkit.sample.JsonText.array;
import static io.github.registryclient.testkit.sample.JsonText.field;
import static io.github.registryclient.testkit.sample.JsonText.object;
import static io.github.registryclient.testkit.sample.JsonText.strings;
import static io.github.registryclient.testkit.sample.JsonText.text;

import io.github.registryclient.manifest.MediaTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Makes images of every kind that registries hold. The same seed and the same calls give the same bytes; every call gives an
 * image that was not there before. For one thread.
 */
public final class SampleImages {
    private static final String OCI_CONFIG = "application/vnd.oci.image.config.v1+json";
    private static final String OCI_LAYER = "application/vnd.oci.image.layer.v1.tar";
    private static final String DOCKER_CONFIG = "application/vnd.docker.container.image.v1+json";
    private static final String DOCKER_LAYER = "application/vnd.docker.image.rootfs.diff.tar";

    private final long seed;
    private final Random random;

    private SampleImages(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
    }

    /**
     * A maker of images.
     *
     * @param seed decides all bytes
     * @return a new maker
     */
    public static SampleImages seeded(long seed) {
        return new SampleImages(seed);
    }

    /**
     * An OCI image.
     *
     * @return a small one
     */
    public SampleManifest image() {
        return image(ImageSpec.defaults());
    }

    /**
     * An OCI image.
     *
     * @param spec what it says of itself
     * @return the image
     */
    public SampleManifest image(ImageSpec spec) {
        return image(MediaTypes.OCI_MANIFEST, OCI_CONFIG, OCI_LAYER, spec);
    }

    /**
     * A Docker image, schema 2.
     *
     * @param spec what it says of itself
     * @return the image
     */
    public SampleManifest dockerImage(ImageSpec spec) {
        return image(MediaTypes.DOCKER_MANIFEST, DOCKER_CONFIG, DOCKER_LAYER, spec);
    }

    /**
     * An OCI image that is built on another one: their first layers are the same blobs.
     *
     * @param base an image
     * @param spec what it says of itself, and what layers it adds
     * @return the image
     */
    public SampleManifest imageOn(SampleManifest base, ImageSpec spec) {
        List<SampleBlob> layers = new ArrayList<>(base.layers());
        layers.addAll(layers(OCI_LAYER, spec));
        return image(MediaTypes.OCI_MANIFEST, OCI_CONFIG, layers, spec);
    }

    /**
     * An OCI index of an image for linux/amd64 and one for linux/arm64.
     *
     * @return the index, whose children are tagged nowhere
     */
    public SampleManifest twoPlatformIndex() {
        return index(List.of(image(), image(ImageSpec.defaults().onPlatform("linux", "arm64"))));
    }

    /**
     * A Docker manifest list of an image for linux/amd64 and one for linux/arm64.
     *
     * @return the list, whose children are tagged nowhere
     */
    public SampleManifest twoPlatformDockerList() {
        List<SampleManifest> images = List.of(
                dockerImage(ImageSpec.defaults()),
                dockerImage(ImageSpec.defaults().onPlatform("linux", "arm64")));
        return index(MediaTypes.DOCKER_LIST, List.of(), images);
    }

    /**
     * An OCI index.
     *
     * @param children the manifests it lists
     * @return the index
     */
    public SampleManifest index(List<SampleManifest> children) {
        return index(MediaTypes.OCI_INDEX, List.of(), children);
    }

    /**
     * An index of an index of two platforms, and of an image beside it.
     *
     * @return the outer index
     */
    public SampleManifest nestedIndex() {
        return index(List.of(twoPlatformIndex(), image(ImageSpec.defaults().onPlatform("linux", "s390x"))));
    }

    /**
     * What {@code docker buildx} pushes: an index of an image and of its attestation, a manifest for no platform.
     *
     * @return the index
     */
    public SampleManifest indexWithAttestation() {
        SampleManifest image = image();
        SampleBlob statement = SampleBlob.ofText(
                "application/vnd.in-toto+json",
                object(text("predicateType", "https://slsa.dev/provenance/v0.2"), serial()));
        SampleBlob config =
                SampleBlob.ofText(OCI_CONFIG, object(text("architecture", "unknown"), text("os", "unknown"), serial()));
        SampleManifest attestation = manifest(MediaTypes.OCI_MANIFEST, config, List.of(statement))
                .listedWith(platform("unknown", "unknown") + ","
                        + field(
                                "annotations",
                                strings(Map.of(
                                        "vnd.docker.reference.digest",
                                        image.digest().toString()))));
        return index(List.of(image, attestation));
    }

    /**
     * What BuildKit exports as a cache: an index that lists layers and a configuration in the place of manifests.
     *
     * @return the index, with its blobs as {@link SampleManifest#layers()}
     */
    public SampleManifest buildCache() {
        List<SampleBlob> blobs =
                new ArrayList<>(layers(OCI_LAYER, ImageSpec.defaults().withLayers(2, 256)));
        blobs.add(SampleBlob.ofText("application/vnd.buildkit.cacheconfig.v0", object(serial())));
        return index(MediaTypes.OCI_INDEX, blobs, List.of());
    }

    /**
     * An OCI 1.1 artifact that names its subject.
     *
     * @param subject what it is about
     * @param artifactType such as {@code application/spdx+json}
     * @return the referrer
     */
    public SampleManifest referrer(SampleManifest subject, String artifactType) {
        SampleBlob empty = SampleBlob.ofText("application/vnd.oci.empty.v1+json", "{}");
        SampleBlob content = SampleBlob.ofText(artifactType, object(serial()));
        String json = object(
                field("schemaVersion", "2"),
                text("mediaType", MediaTypes.OCI_MANIFEST),
                text("artifactType", artifactType),
                field("config", empty.descriptor()),
                field("layers", array(List.of(content.descriptor()))),
                field("subject", subject.descriptor()));
        return SampleManifest.image(MediaTypes.OCI_MANIFEST, json, empty, List.of(content))
                .referringTo(subject, artifactType)
                .listedWith(text("artifactType", artifactType));
    }

    /**
     * A signature as cosign stores it under the tag {@code sha256-<hex>.sig}: an image that names its subject in its payload.
     *
     * @param subject what it signs
     * @return the signature
     */
    public SampleManifest cosignSignature(SampleManifest subject) {
        SampleBlob payload = SampleBlob.ofText(
                "application/vnd.dev.cosign.simplesigning.v1+json",
                object(
                        field(
                                "critical",
                                object(field(
                                        "image",
                                        object(text(
                                                "docker-manifest-digest",
                                                subject.digest().toString()))))),
                        serial()));
        SampleBlob config = SampleBlob.ofText(OCI_CONFIG, object(text("architecture", ""), text("os", ""), serial()));
        return manifest(MediaTypes.OCI_MANIFEST, config, List.of(payload));
    }

    private SampleManifest image(String mediaType, String configType, String layerType, ImageSpec spec) {
        return image(mediaType, configType, layers(layerType, spec), spec);
    }

    private SampleManifest image(String mediaType, String configType, List<SampleBlob> layers, ImageSpec spec) {
        // The layers are not compressed, so their own digests are the diff ids.
        List<String> diffIds = layers.stream()
                .map(layer -> JsonText.quote(layer.digest().toString()))
                .collect(Collectors.toList());
        SampleBlob config = SampleBlob.ofText(
                configType,
                object(
                        text("created", spec.created().toString()),
                        text("architecture", spec.architecture()),
                        text("os", spec.os()),
                        field("config", object(field("Labels", strings(spec.labels())))),
                        field("rootfs", object(text("type", "layers"), field("diff_ids", array(diffIds)))),
                        serial()));
        return manifest(mediaType, config, layers).listedWith(platform(spec.os(), spec.architecture()));
    }

    private static SampleManifest manifest(String mediaType, SampleBlob config, List<SampleBlob> layers) {
        List<String> descriptors = layers.stream().map(SampleBlob::descriptor).collect(Collectors.toList());
        String json = object(
                field("schemaVersion", "2"),
                text("mediaType", mediaType),
                field("config", config.descriptor()),
                field("layers", array(descriptors)));
        return SampleManifest.image(mediaType, json, config, layers);
    }

    private static SampleManifest index(String mediaType, List<SampleBlob> blobs, List<SampleManifest> children) {
        List<String> entries = new ArrayList<>();
        blobs.forEach(blob -> entries.add(blob.descriptor()));
        children.forEach(child -> entries.add(child.descriptor()));
        String json =
                object(field("schemaVersion", "2"), text("mediaType", mediaType), field("manifests", array(entries)));
        return SampleManifest.index(mediaType, json, blobs, children);
    }

    private List<SampleBlob> layers(String mediaType, ImageSpec spec) {
        List<SampleBlob> layers = new ArrayList<>();
        for (int i = 0; i < spec.layers(); i++) {
            byte[] bytes = new byte[spec.layerBytes()];
            random.nextBytes(bytes);
            layers.add(new SampleBlob(mediaType, bytes));
        }
        return layers;
    }

    private static String platform(String os, String architecture) {
        return field("platform", object(text("architecture", architecture), text("os", os)));
    }

    /** Makes a document unlike every other of this seed, and of other seeds. */
    private String serial() {
        return text("comment", seed + "-" + Long.toHexString(random.nextLong()));
    }
}
