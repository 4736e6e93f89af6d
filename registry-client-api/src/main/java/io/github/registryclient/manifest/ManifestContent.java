package io.github.registryclient.manifest;

import io.github.registryclient.internal.ValueStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** What the codec read from a manifest's bytes. */
@Value.Immutable
@ValueStyle
interface ManifestContent {
    Manifest.Kind kind();

    String mediaType();

    Optional<Descriptor> config();

    List<Descriptor> layers();

    List<Descriptor> entries();

    Optional<Descriptor> subject();

    Optional<String> artifactType();

    Map<String, String> annotations();

    static Builder builder() {
        return new Builder();
    }

    final class Builder extends ImmutableManifestContent.Builder {
        Builder() {}
    }
}
