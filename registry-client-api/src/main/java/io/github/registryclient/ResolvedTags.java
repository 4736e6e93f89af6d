package io.github.registryclient;

import io.github.registryclient.internal.ValueStyle;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Tag;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.immutables.value.Value;

/** Many tags of one repository and where they pointed when they were looked at, one after the other. */
@Value.Immutable
@ValueStyle
public interface ResolvedTags {
    /**
     * The digest of each tag.
     *
     * @return in the order asked for
     */
    Map<Tag, Digest> digests();

    /**
     * Tags that are listed although their manifest is gone (404).
     *
     * @return usually empty
     */
    Set<Tag> dangling();

    /**
     * Which tags share a digest: deleting it removes them all.
     *
     * @return the tags of each digest, in the order asked for
     */
    default Map<Digest, List<Tag>> tagsByDigest() {
        Map<Digest, List<Tag>> byDigest = new LinkedHashMap<>();
        digests()
                .forEach((tag, digest) -> byDigest.computeIfAbsent(digest, first -> new ArrayList<>())
                        .add(tag));
        byDigest.replaceAll((digest, tags) -> Collections.unmodifiableList(tags));
        return Collections.unmodifiableMap(byDigest);
    }

    /**
     * Starts a new value.
     *
     * @return an empty builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ResolvedTags}. */
    final class Builder extends ImmutableResolvedTags.Builder {
        Builder() {}
    }
}
