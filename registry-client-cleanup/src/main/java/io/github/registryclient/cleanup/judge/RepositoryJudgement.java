package io.github.registryclient.cleanup.judge;

import io.github.registryclient.cleanup.graph.RepositoryFacts;
import io.github.registryclient.internal.ValueStyle;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** What was read of a repository, and what is said of its tags and manifests one by one. Immutable. */
@Value.Immutable
@ValueStyle
public abstract class RepositoryJudgement {
    RepositoryJudgement() {}

    /**
     * What was read.
     *
     * @return the facts
     */
    public abstract RepositoryFacts facts();

    /**
     * What is said of each tag.
     *
     * @return by tag, dangling ones too
     */
    public abstract Map<Tag, Judgement> tags();

    /**
     * What is said of manifests without tags of their own, as far as rules can choose them.
     *
     * @return by digest
     */
    public abstract Map<Digest, Judgement> untagged();

    /**
     * Manifests that are kept whatever the rules say.
     *
     * @return the reasons, for people
     */
    public abstract Map<Digest, List<String>> protectedManifests();

    /**
     * Why children of an index that goes stay, although nothing that is known needs them.
     *
     * @return empty if they go with it
     */
    public abstract Optional<String> childrenStay();

    /**
     * Starts one.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link RepositoryJudgement}. */
    public static final class Builder extends ImmutableRepositoryJudgement.Builder {
        Builder() {}
    }
}
