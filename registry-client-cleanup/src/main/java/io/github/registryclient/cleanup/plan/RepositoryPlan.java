package io.github.registryclient.cleanup.plan;

import io.github.registryclient.cleanup.judge.Decision;
import io.github.registryclient.cleanup.judge.FuseCheck;
import io.github.registryclient.cleanup.judge.RepositoryJudgement;
import io.github.registryclient.cleanup.judge.Verdicts;
import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What becomes of one repository. Immutable. */
public final class RepositoryPlan {
    private final Verdicts verdicts;
    private final Optional<String> heldBack;
    private final List<Digest> deletions;
    private final List<Tag> tagDeletions;
    private final Map<Digest, String> irrevocable;

    private RepositoryPlan(Verdicts verdicts, Optional<String> heldBack) {
        this.verdicts = verdicts;
        this.heldBack = heldBack;
        deletions = heldBack.isPresent() ? List.of() : verdicts.deletions();
        tagDeletions = heldBack.isPresent() ? List.of() : verdicts.tagDeletions();
        irrevocable = UndoCheck.obstacles(verdicts.graph(), verdicts.deletions());
    }

    static RepositoryPlan of(RepositoryJudgement judgement, Policy policy, boolean accepted) {
        Verdicts verdicts = Verdicts.of(judgement);
        return new RepositoryPlan(verdicts, accepted ? Optional.empty() : FuseCheck.trip(policy, verdicts));
    }

    /** The same, with nothing of it done, for the sake of the whole run. */
    RepositoryPlan heldBack(String reason) {
        return heldBack.isPresent() ? this : new RepositoryPlan(verdicts, Optional.of(reason));
    }

    /**
     * The repository.
     *
     * @return its name
     */
    public RepositoryName name() {
        return verdicts.graph().facts().name();
    }

    /**
     * What the policy says of it, whether or not it is held back.
     *
     * @return the verdicts
     */
    public Verdicts verdicts() {
        return verdicts;
    }

    /**
     * Why nothing of it is done until somebody has looked.
     *
     * @return empty if the fuse did not trip
     */
    public Optional<String> heldBack() {
        return heldBack;
    }

    /**
     * The manifests to be deleted.
     *
     * @return parents before children, subjects before what hangs on them; empty if it is held back
     */
    public List<Digest> deletions() {
        return deletions;
    }

    /**
     * The tags to be deleted as tags, where the registry can.
     *
     * @return by name; empty if it is held back
     */
    public List<Tag> tagDeletions() {
        return tagDeletions;
    }

    /**
     * The deletions, held back or not, that could not be undone, even before garbage is collected, as far as that is known.
     *
     * @return why, by digest; empty if all could be undone
     */
    public Map<Digest, String> irrevocable() {
        return irrevocable;
    }

    /**
     * What becomes of a tag, also where the repository is held back.
     *
     * @param tag the tag
     * @return empty if there was no such tag
     */
    public Optional<Decision> of(Tag tag) {
        return Optional.ofNullable(verdicts.tags().get(tag));
    }

    /** Whether a manifest is really deleted. */
    boolean goes(Digest digest) {
        return heldBack.isEmpty() && verdicts.goes(digest);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RepositoryPlan
                && ((RepositoryPlan) other).verdicts.judgement().equals(verdicts.judgement())
                && ((RepositoryPlan) other).heldBack.equals(heldBack);
    }

    @Override
    public int hashCode() {
        return verdicts.judgement().facts().name().hashCode();
    }

    /** Counts, for people. */
    @Override
    public String toString() {
        return name() + ": " + deletions.size() + " manifests to delete, " + tagDeletions.size() + " tags to delete"
                + heldBack.map(reason -> ", held back: " + reason).orElse("");
    }
}
