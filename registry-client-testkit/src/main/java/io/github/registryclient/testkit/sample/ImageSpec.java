package io.github.registryclient.testkit.sample;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What an image is to say of itself, and how large it is. Immutable; each method gives another value. */
public final class ImageSpec {
    private static final ImageSpec DEFAULTS =
            new ImageSpec(Instant.parse("2018-06-04T19:25:05Z"), "linux", "amd64", Collections.emptyMap(), 1, 256);

    private final Instant created;
    private final String os;
    private final String architecture;
    private final Map<String, String> labels;
    private final int layers;
    private final int layerBytes;

    private ImageSpec(
            Instant created, String os, String architecture, Map<String, String> labels, int layers, int layerBytes) {
        this.created = created;
        this.os = os;
        this.architecture = architecture;
        this.labels = labels;
        this.layers = layers;
        this.layerBytes = layerBytes;
    }

    /**
     * A small image for linux/amd64 with one layer of 256 bytes and no labels, created on 4 June 2018.
     *
     * @return the defaults
     */
    public static ImageSpec defaults() {
        return DEFAULTS;
    }

    /**
     * When the image says it was built.
     *
     * @param time the configuration's {@code created}
     * @return the changed description
     */
    public ImageSpec createdAt(Instant time) {
        return new ImageSpec(Objects.requireNonNull(time, "time"), os, architecture, labels, layers, layerBytes);
    }

    /**
     * For what the image was built.
     *
     * @param operatingSystem such as {@code linux}
     * @param cpu such as {@code arm64}
     * @return the changed description
     */
    public ImageSpec onPlatform(String operatingSystem, String cpu) {
        return new ImageSpec(created, operatingSystem, cpu, labels, layers, layerBytes);
    }

    /**
     * Adds a label.
     *
     * @param name the label's name
     * @param value its value
     * @return the changed description
     */
    public ImageSpec withLabel(String name, String value) {
        Map<String, String> more = new TreeMap<>(labels);
        more.put(name, value);
        return new ImageSpec(created, os, architecture, Collections.unmodifiableMap(more), layers, layerBytes);
    }

    /**
     * How much there is to download. Layers are random bytes, no archives: registries do not look.
     *
     * @param count how many layers, 0 or more
     * @param bytesEach the size of each, 0 or more
     * @return the changed description
     * @throws IllegalArgumentException if one of them is less
     */
    public ImageSpec withLayers(int count, int bytesEach) {
        if (count < 0 || bytesEach < 0) {
            throw new IllegalArgumentException(
                    "0 layers or more of 0 bytes or more, not " + count + " of " + bytesEach + " bytes");
        }
        return new ImageSpec(created, os, architecture, labels, count, bytesEach);
    }

    /**
     * When the image says it was built.
     *
     * @return the configuration's {@code created}
     */
    public Instant created() {
        return created;
    }

    /**
     * The operating system.
     *
     * @return such as {@code linux}
     */
    public String os() {
        return os;
    }

    /**
     * The processor architecture.
     *
     * @return such as {@code amd64}
     */
    public String architecture() {
        return architecture;
    }

    /**
     * The labels.
     *
     * @return unmodifiable, sorted by name
     */
    public Map<String, String> labels() {
        return labels;
    }

    int layers() {
        return layers;
    }

    int layerBytes() {
        return layerBytes;
    }
}
