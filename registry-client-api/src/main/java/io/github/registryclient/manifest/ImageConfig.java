package io.github.registryclient.manifest;

import io.github.registryclient.internal.Excerpt;
import io.github.registryclient.internal.ValueStyle;
import io.github.registryclient.name.Digest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An image's configuration: when it says it was built, for what platform, with which labels. All of it is the builder's
 * claim; reproducible builds set {@code created} to any date they like.
 *
 * <p>Source: OCI image spec 1.1, "Image Configuration".
 */
@Value.Immutable
@ValueStyle
public abstract class ImageConfig {
    ImageConfig() {}

    /**
     * Reads a configuration.
     *
     * @param bytes the exact bytes of the configuration blob
     * @return the configuration
     * @throws io.github.registryclient.error.MalformedDocumentException if it is no JSON object or has fields of wrong types;
     *     a {@code created} that is no date is not an error, see {@link #createdText()}
     */
    public static ImageConfig parse(byte[] bytes) {
        return ImageConfigCodec.read(bytes);
    }

    /**
     * The claimed time of the build.
     *
     * @return empty if absent or no RFC 3339 date
     */
    public abstract Optional<Instant> created();

    /**
     * The {@code created} field as it stands there.
     *
     * @return empty if absent
     */
    public abstract Optional<String> createdText();

    /**
     * The platform.
     *
     * @return with empty parts where the configuration says nothing
     */
    public abstract Platform platform();

    /**
     * The labels, also those inherited from base images.
     *
     * @return usually a few
     */
    public abstract Map<String, String> labels();

    /**
     * The environment, {@code NAME=value}. May hold what should not have been put there: not printed by {@link #toString}.
     *
     * @return usually a few
     */
    public abstract List<String> environment();

    /**
     * The digests of the uncompressed layers.
     *
     * @return in the manifest's order
     */
    public abstract List<Digest> diffIds();

    /**
     * The digest of the bytes.
     *
     * @return a sha256 digest
     */
    public abstract Digest digest();

    abstract byte[] raw();

    /**
     * The exact bytes.
     *
     * @return a copy
     */
    public byte[] bytes() {
        return raw().clone();
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof ImageConfig && Arrays.equals(((ImageConfig) other).raw(), raw());
    }

    @Override
    public final int hashCode() {
        return digest().hashCode();
    }

    /**
     * Digest, platform and date, for people.
     *
     * @return one line
     */
    @Override
    public final String toString() {
        return "config " + digest() + " (" + platform() + ", created "
                + createdText().map(Excerpt::of).orElse("unknown") + ")";
    }
}
