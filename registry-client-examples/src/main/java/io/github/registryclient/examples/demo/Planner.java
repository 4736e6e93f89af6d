package io.github.registryclient.examples.demo;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Tag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Turns the policy's verdicts on tags into manifests that go: only those of which all tags go, which no kept manifest needs and
 * to which nothing refers. Reads only.
 */
final class Planner {
    private final RegistryClient registry;
    private final BuildsPolicy policy;

    Planner(RegistryClient registry, BuildsPolicy policy) {
        this.registry = registry;
        this.policy = policy;
    }

    DeletionPlan plan(RepositoryState state) {
        Map<Tag, Verdict> verdicts =
                new LinkedHashMap<>(policy.judge(state.tags().digests().keySet()));
        if (!state.tags().dangling().isEmpty()) {
            verdicts.replaceAll((tag, verdict) -> overruled(verdict, "tags here point to nothing: repair that first"));
            return DeletionPlan.nothing(state, verdicts);
        }
        Set<Digest> candidates = candidates(state, verdicts);
        if (candidates.isEmpty()) {
            return DeletionPlan.nothing(state, verdicts);
        }
        ManifestGraph graph = ManifestGraph.read(registry, state);
        List<Manifest> concerned = graph.parentsFirst(candidates);
        Set<Digest> kept = new LinkedHashSet<>(state.tags().tagsByDigest().keySet());
        kept.removeAll(candidates);
        Set<Digest> referredTo = referredTo(state, concerned);
        kept.addAll(referredTo);
        Set<Digest> needed = graph.reachable(kept);
        overrule(state, verdicts, candidates, referredTo, needed);
        List<PlannedDeletion> deletions = new ArrayList<>();
        List<Manifest> spared = new ArrayList<>();
        for (Manifest manifest : concerned) {
            if (!needed.contains(manifest.digest())) {
                deletions.add(deletion(state, verdicts, manifest));
            } else if (state.sharing(manifest.digest()).isEmpty()) {
                spared.add(manifest);
            }
        }
        return new DeletionPlan(state, deletions, spared, verdicts);
    }

    /** The digests of which every tag goes; a tag that goes but shares its digest with one that stays, stays. */
    private static Set<Digest> candidates(RepositoryState state, Map<Tag, Verdict> verdicts) {
        Set<Digest> candidates = new LinkedHashSet<>();
        state.tags().tagsByDigest().forEach((digest, tags) -> {
            List<Tag> stay =
                    tags.stream().filter(tag -> !of(tag, verdicts).goes()).collect(Collectors.toList());
            if (stay.isEmpty()) {
                candidates.add(digest);
            } else {
                String reason = "old, but shares its digest with " + stay.get(0);
                tags.forEach(tag -> verdicts.compute(tag, (same, verdict) -> overruled(verdict, reason)));
            }
        });
        return candidates;
    }

    private static void overrule(
            RepositoryState state,
            Map<Tag, Verdict> verdicts,
            Set<Digest> candidates,
            Set<Digest> referredTo,
            Set<Digest> needed) {
        for (Digest digest : candidates) {
            if (needed.contains(digest)) {
                String reason = referredTo.contains(digest)
                        ? "old, but signatures or other artifacts refer to it"
                        : "old, but part of something that stays";
                state.sharing(digest)
                        .forEach(tag -> verdicts.compute(tag, (same, verdict) -> overruled(verdict, reason)));
            }
        }
    }

    private static Verdict overruled(Verdict verdict, String reason) {
        return verdict.goes() ? Verdict.keep(reason) : verdict;
    }

    /** Signed images and the like are left to a tool that knows what to do with their signatures. */
    private Set<Digest> referredTo(RepositoryState state, List<Manifest> manifests) {
        return manifests.stream()
                .map(Manifest::digest)
                .filter(digest -> hasReferrersTag(state, digest)
                        || registry.listReferrers(state.name(), digest)
                                .iterator()
                                .hasNext())
                .collect(Collectors.toSet());
    }

    /** The fallback tag {@code sha256-<hex>}, and cosign's with {@code .sig} and the like behind it. */
    private static boolean hasReferrersTag(RepositoryState state, Digest digest) {
        String prefix = digest.referrersTag().toString();
        return state.tags().digests().keySet().stream()
                .anyMatch(tag -> tag.toString().startsWith(prefix));
    }

    private static Verdict of(Tag tag, Map<Tag, Verdict> verdicts) {
        return Objects.requireNonNull(verdicts.get(tag), "every tag is judged");
    }

    private static PlannedDeletion deletion(RepositoryState state, Map<Tag, Verdict> verdicts, Manifest manifest) {
        List<Tag> tags = state.sharing(manifest.digest());
        String reason = tags.isEmpty()
                ? "only in an index that goes"
                : of(tags.get(0), verdicts).reason();
        return new PlannedDeletion(manifest, tags, reason);
    }
}
