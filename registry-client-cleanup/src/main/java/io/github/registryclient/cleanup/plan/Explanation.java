package io.github.registryclient.cleanup.plan;

import io.github.registryclient.cleanup.age.Age;
import io.github.registryclient.cleanup.judge.Decision;
import io.github.registryclient.cleanup.judge.RuleMatch;
import io.github.registryclient.cleanup.policy.Defect;
import io.github.registryclient.internal.ValueStyle;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/** Why a tag or a manifest stays or goes: as data, and in words. Immutable. */
@Value.Immutable
@ValueStyle
public abstract class Explanation {
    Explanation() {}

    /**
     * The repository.
     *
     * @return its name
     */
    public abstract RepositoryName repository();

    /**
     * The tag.
     *
     * @return empty if a manifest was asked for
     */
    public abstract Optional<Tag> tag();

    /**
     * The manifest.
     *
     * @return empty for a dangling tag
     */
    public abstract Optional<Digest> digest();

    /**
     * What becomes of it, and what decided that.
     *
     * @return the decision
     */
    public abstract Decision decision();

    /**
     * Why nothing of the repository is done.
     *
     * @return empty if it is not held back
     */
    public abstract Optional<String> heldBack();

    /**
     * What is wrong with it.
     *
     * @return known as far as a rule asked for it, or {@code checkAll()} did
     */
    public abstract Set<Defect> defects();

    /**
     * The rules that match, or may match, and those that a place in their rank keeps from matching.
     *
     * @return with their ranks; of a manifest, those of all its tags
     */
    public abstract List<RuleMatch> rules();

    /**
     * Its age, with what every source says.
     *
     * @return of a manifest, that of its youngest tag, or one whose age is unknown; unknown where no source was asked
     */
    @Value.Default
    public Age age() {
        return Age.unknown();
    }

    /**
     * What protects it whatever the rules say.
     *
     * @return empty if nothing does
     */
    public abstract List<String> protections();

    /**
     * Other tags of the same manifest; all of them if a manifest was asked for.
     *
     * @return those that were there
     */
    public abstract List<Tag> sharingTags();

    /**
     * The indexes that list the manifest.
     *
     * @return those that were read
     */
    public abstract Set<Digest> parents();

    /**
     * What hangs on the manifest.
     *
     * @return those that were read
     */
    public abstract Set<Digest> referrers();

    /**
     * What would go if this alone went and garbage were collected.
     *
     * @return in bytes; 0 where others need the same
     */
    public abstract long freesAlone();

    /**
     * Why its deletion could not be undone, even before garbage is collected.
     *
     * @return empty if it could be, or if it stays
     */
    public abstract Optional<String> irrevocableBecause();

    /** The explanation in words, on several lines. */
    @Override
    public final String toString() {
        return ExplanationText.of(this);
    }
}
