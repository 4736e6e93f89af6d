package io.github.registryclient;

import io.github.registryclient.internal.Excerpt;
import io.github.registryclient.internal.ValueStyle;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Tag;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/** Many tags of one repository and where they pointed when each was looked at, which was not the same moment for all. */
@Value.Immutable
@ValueStyle
public abstract class ResolvedTags {
    private static final int SHOWN = 8;

    ResolvedTags() {}

    /**
     * The digest of each tag.
     *
     * @return in the order asked for
     */
    public abstract Map<Tag, Digest> digests();

    /**
     * Tags that are listed although their manifest is gone (404).
     *
     * @return usually empty
     */
    public abstract Set<Tag> dangling();

    /**
     * Which tags share a digest: deleting it removes them all.
     *
     * @return the tags of each digest, in the order asked for
     */
    public final Map<Digest, List<Tag>> tagsByDigest() {
        Map<Digest, List<Tag>> byDigest = new LinkedHashMap<>();
        digests()
                .forEach((tag, digest) -> byDigest.computeIfAbsent(digest, first -> new ArrayList<>())
                        .add(tag));
        byDigest.replaceAll((digest, tags) -> Collections.unmodifiableList(tags));
        return Collections.unmodifiableMap(byDigest);
    }

    /**
     * How many tags and digests, and the first of them, for people.
     *
     * @return one line
     */
    @Override
    public final String toString() {
        String counts = count(digests().size(), "tag") + " on "
                + count(tagsByDigest().size(), "digest") + ", " + dangling().size() + " dangling";
        String first = digests().entrySet().stream()
                .limit(SHOWN)
                .map(entry -> entry.getKey() + " -> " + entry.getValue().shortForm())
                .collect(Collectors.joining(", "));
        return Excerpt.of(counts + ": " + first + (digests().size() > SHOWN ? ", …" : ""));
    }

    private static String count(int number, String of) {
        return number + " " + of + (number == 1 ? "" : "s");
    }

    /**
     * Starts a new value.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ResolvedTags}. */
    public static final class Builder extends ImmutableResolvedTags.Builder {
        Builder() {}
    }
}
