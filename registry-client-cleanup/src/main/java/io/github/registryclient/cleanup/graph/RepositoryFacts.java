package io.github.registryclient.cleanup.graph;

import io.github.registryclient.internal.ValueStyle;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.immutables.value.Value;

/** What was read of one repository. Immutable. */
@Value.Immutable
@ValueStyle
public abstract class RepositoryFacts {
    RepositoryFacts() {}

    /**
     * The repository.
     *
     * @return its name
     */
    public abstract RepositoryName name();

    /**
     * Where each tag pointed when it was looked at.
     *
     * @return without {@link #danglingTags}
     */
    public abstract Map<Tag, Digest> tags();

    /**
     * Tags that are listed, and of whose manifest the registry says that it does not have it.
     *
     * @return usually empty
     */
    public abstract Set<Tag> danglingTags();

    /**
     * The manifests that were read: of tags, children and referrers, and those that are known from elsewhere.
     *
     * @return by digest
     */
    public abstract Map<Digest, ManifestFacts> manifests();

    /**
     * Referrers that the registry's API lists, beside those whose own {@code subject} says so and those under a fallback tag.
     *
     * @return by subject
     */
    public abstract Map<Digest, Set<Digest>> referrers();

    /**
     * Manifests that something names, and of which the registry says that it does not have them.
     *
     * @return such as the children of a partial index
     */
    public abstract Set<Digest> missing();

    /**
     * Blobs that an image names and the registry says that it does not have.
     *
     * @return looked for only where a rule asks for it; a configuration that was to be read and is missing is among them always
     */
    public abstract Set<Digest> missingBlobs();

    /**
     * What could not be read, for people. While there is anything, everything in the repository stays.
     *
     * @return empty if all was read
     */
    public abstract List<String> troubles();

    /**
     * Starts facts.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link RepositoryFacts}. */
    public static final class Builder extends ImmutableRepositoryFacts.Builder {
        Builder() {}
    }
}
