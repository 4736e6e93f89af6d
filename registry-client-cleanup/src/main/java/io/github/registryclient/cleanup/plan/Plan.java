package io.github.registryclient.cleanup.plan;

import io.github.registryclient.cleanup.judge.RepositoryJudgement;
import io.github.registryclient.cleanup.judge.Verdicts;
import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What a clean-up would do to a registry: for every tag and manifest whether it stays or goes, and why. Making one only reads.
 * Immutable and thread-safe; written and read again, it is equal.
 */
public final class Plan {
    private final PlanHeader header;
    private final Map<RepositoryName, RepositoryPlan> repositories;
    private final Counts counts = new Counts();

    private Plan(PlanHeader header, Map<RepositoryName, RepositoryPlan> repositories) {
        this.header = header;
        this.repositories = Collections.unmodifiableMap(repositories);
    }

    /**
     * Draws up a plan from what is said of each repository.
     *
     * @param header what it is for
     * @param judgements what is said of each repository
     * @return the plan
     */
    public static Plan of(PlanHeader header, Collection<RepositoryJudgement> judgements) {
        Map<RepositoryName, RepositoryPlan> repositories = new TreeMap<>();
        judgements.forEach(judgement -> repositories.put(
                judgement.facts().name(), RepositoryPlan.of(judgement, header.policy(), header.accepted())));
        RunFuse.trip(header, repositories.values())
                .ifPresent(reason -> repositories.replaceAll((name, repository) -> repository.heldBack(reason)));
        return new Plan(header, repositories);
    }

    /**
     * What it is for and made from.
     *
     * @return the header
     */
    public PlanHeader header() {
        return header;
    }

    /**
     * What becomes of each repository that was read.
     *
     * @return in the order of their names
     */
    public List<RepositoryPlan> repositories() {
        return List.copyOf(repositories.values());
    }

    /**
     * What becomes of one repository.
     *
     * @param name its name
     * @return empty if the plan is not about it
     */
    public Optional<RepositoryPlan> repository(RepositoryName name) {
        return Optional.ofNullable(repositories.get(name));
    }

    /**
     * Why a tag stays or goes.
     *
     * @param repository its repository
     * @param tag the tag
     * @return the explanation
     * @throws InvalidInputException if the plan does not know the tag
     */
    public Explanation explain(RepositoryName repository, Tag tag) {
        RepositoryPlan plan = known(repository);
        if (plan.of(tag).isEmpty()) {
            List<String> troubles = plan.verdicts().graph().facts().troubles();
            throw InvalidInputException.of(
                    "tag",
                    tag.toString(),
                    "the plan knows no such tag in " + repository
                            + (troubles.isEmpty()
                                    ? "; it may have come later"
                                    : ", of which not all could be read, so everything in it stays: "
                                            + troubles.get(0)));
        }
        return Explainer.of(plan, freedAlone(repository)).explain(tag);
    }

    /**
     * Why a manifest stays or goes.
     *
     * @param repository its repository
     * @param digest the manifest
     * @return the explanation
     * @throws InvalidInputException if the plan does not know the manifest
     */
    public Explanation explain(RepositoryName repository, Digest digest) {
        RepositoryPlan plan = known(repository);
        if (plan.verdicts().graph().manifest(digest).isEmpty()) {
            throw InvalidInputException.of(
                    "digest", digest.toString(), "the plan knows no such manifest in " + repository);
        }
        return Explainer.of(plan, freedAlone(repository)).explain(digest);
    }

    private RepositoryPlan known(RepositoryName repository) {
        return repository(repository)
                .orElseThrow(() ->
                        InvalidInputException.of("repository", repository.toString(), "the plan is not about it"));
    }

    /**
     * The bytes of the registry and of the plan.
     *
     * @return counted when first asked for
     */
    public Space space() {
        return counts.space(this);
    }

    /**
     * The bytes of the registry if other manifests go than the plan says.
     *
     * @param gone what goes, by repository
     * @return counted anew
     */
    public Space space(Map<RepositoryName, Set<Digest>> gone) {
        return SpaceCount.of(
                this,
                (repository, digest) ->
                        gone.getOrDefault(repository.name(), Set.of()).contains(digest));
    }

    /**
     * What each manifest of a repository would free if it alone went.
     *
     * @param repository the repository
     * @return in bytes, by digest, for manifests with tags of their own and for those that nothing lists
     */
    public Map<Digest, Long> freedAlone(RepositoryName repository) {
        return counts.alone(this).getOrDefault(repository, Map.of());
    }

    /**
     * The plan without a tag: it stays, with all that it needs.
     *
     * @param repository the tag's repository
     * @param tag the tag
     * @return a plan in which everything that follows is drawn anew
     */
    public Plan without(RepositoryName repository, Tag tag) {
        explain(repository, tag);
        return changed(repository, judgement -> TakenOut.tag(judgement, tag));
    }

    /**
     * The plan without a manifest: it stays, with its tags and all that it needs.
     *
     * @param repository the manifest's repository
     * @param digest the manifest
     * @return a plan in which everything that follows is drawn anew
     */
    public Plan without(RepositoryName repository, Digest digest) {
        explain(repository, digest);
        return changed(repository, judgement -> TakenOut.manifest(judgement, digest));
    }

    /**
     * The plan without a repository: everything in it stays.
     *
     * @param repository the repository
     * @return a plan in which everything that follows is drawn anew
     */
    public Plan without(RepositoryName repository) {
        known(repository);
        return changed(repository, TakenOut::all);
    }

    private Plan changed(RepositoryName repository, UnaryOperator<RepositoryJudgement> change) {
        List<RepositoryJudgement> judgements = new ArrayList<>();
        repositories.forEach((name, plan) -> {
            RepositoryJudgement judgement = plan.verdicts().judgement();
            judgements.add(name.equals(repository) ? change.apply(judgement) : judgement);
        });
        return of(header, judgements);
    }

    /**
     * The plan with what its fuse holds back.
     *
     * @param hash the {@link #hash} of this plan, by which somebody says that they have looked at it
     * @return a plan that holds nothing back
     * @throws InvalidInputException if the hash is another plan's
     */
    public Plan accept(Digest hash) {
        if (!hash.equals(hash())) {
            throw InvalidInputException.of(
                    "hash", hash.toString(), "this plan's is " + hash() + "; look at it before you accept it");
        }
        PlanHeader accepted = PlanHeader.builder().from(header).accepted(true).build();
        return of(accepted, judgements());
    }

    /**
     * The blobs that would go, manifests aside.
     *
     * @return each with a repository that names it and, as far as is known, has it
     */
    public Map<Digest, RepositoryName> freedBlobs() {
        return new BlobCount(repositories(), header.verifiedSizes()).freedBlobs();
    }

    /**
     * The plan with sizes as the registry tells them.
     *
     * @param sizes in bytes, by digest
     * @return a plan that counts with them
     */
    public Plan withSizes(Map<Digest, Long> sizes) {
        return of(PlanHeader.builder().from(header).verifiedSizes(sizes).build(), judgements());
    }

    List<RepositoryJudgement> judgements() {
        return repositories.values().stream()
                .map(RepositoryPlan::verdicts)
                .map(Verdicts::judgement)
                .collect(Collectors.toList());
    }

    /**
     * A name for what it says.
     *
     * @return the sha256 of its document, without the hash itself and without spaces; the same for equal plans
     */
    public Digest hash() {
        return counts.hash(this);
    }

    /**
     * Writes the plan, in whole or not at all.
     *
     * @param file where to; replaced if it is there
     */
    public void write(Path file) {
        PlanFile.write(this, file);
    }

    /**
     * Reads a plan.
     *
     * @param file written by {@link #write}
     * @return a plan equal to the one that was written
     * @throws InvalidInputException if it cannot be read, is no plan, or was changed since, with the place
     */
    public static Plan read(Path file) {
        return PlanFile.read(file);
    }

    /**
     * A table for people: what goes, by the bytes that it frees.
     *
     * @return lines
     */
    public String toTable() {
        return PlanTable.of(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Plan
                && ((Plan) other).header.equals(header)
                && ((Plan) other).repositories.equals(repositories);
    }

    @Override
    public int hashCode() {
        return header.hashCode();
    }

    /** Counts, for people. */
    @Override
    public String toString() {
        long deletions = repositories.values().stream()
                .mapToLong(repository -> repository.deletions().size())
                .sum();
        return "plan for " + header.registry() + " of " + header.created() + ": " + deletions
                + " manifests to delete in " + repositories.size() + " repositories";
    }

    /** What is counted only when it is asked for. */
    private static final class Counts {
        private Optional<Space> space = Optional.empty();
        private Optional<Map<RepositoryName, Map<Digest, Long>>> alone = Optional.empty();
        private Optional<Digest> hash = Optional.empty();

        synchronized Space space(Plan plan) {
            space = space.or(() -> Optional.of(SpaceCount.of(plan)));
            return space.get();
        }

        synchronized Map<RepositoryName, Map<Digest, Long>> alone(Plan plan) {
            alone = alone.or(() ->
                    Optional.of(new BlobCount(plan.repositories(), plan.header().verifiedSizes()).alone()));
            return alone.get();
        }

        synchronized Digest hash(Plan plan) {
            hash = hash.or(() -> Optional.of(PlanWriter.hash(plan)));
            return hash.get();
        }
    }
}
