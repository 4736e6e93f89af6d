package io.github.registryclient.cleanup.plan;

import io.github.registryclient.cleanup.graph.BlobFacts;
import io.github.registryclient.cleanup.graph.ManifestFacts;
import io.github.registryclient.cleanup.graph.RepositoryFacts;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Counts bytes over all repositories, each blob once: a blob goes only if everything that names it goes, in whatever repository. A
 * manifest's own bytes are a blob too.
 */
final class BlobCount {
    private final List<RepositoryPlan> repositories;
    private final BiPredicate<RepositoryPlan, Digest> goes;
    private final Map<Digest, Long> sizes = new HashMap<>();
    private final Set<Digest> certain = new HashSet<>();
    private final Set<Digest> foreign = new HashSet<>();
    private boolean unknownSize;

    BlobCount(Collection<RepositoryPlan> repositories, Map<Digest, Long> verified) {
        this(repositories, verified, RepositoryPlan::goes);
    }

    /** Counts as if something else went than the plan says. */
    BlobCount(
            Collection<RepositoryPlan> repositories,
            Map<Digest, Long> verified,
            BiPredicate<RepositoryPlan, Digest> goes) {
        this.repositories = List.copyOf(repositories);
        this.goes = goes;
        for (RepositoryPlan repository : repositories) {
            facts(repository).manifests().values().forEach(this::addSizes);
        }
        missingEverywhere().forEach(digest -> {
            sizes.put(digest, 0L);
            certain.add(digest);
        });
        sizes.putAll(verified);
        certain.addAll(verified.keySet());
    }

    /** What one repository lacks may be in another that names it too. */
    private Set<Digest> missingEverywhere() {
        Set<Digest> missing = new HashSet<>();
        Set<Digest> somewhere = new HashSet<>();
        for (RepositoryPlan repository : repositories) {
            Set<Digest> here = facts(repository).missingBlobs();
            missing.addAll(here);
            facts(repository)
                    .manifests()
                    .values()
                    .forEach(manifest -> manifest.blobs().stream()
                            .map(BlobFacts::digest)
                            .filter(blob -> !here.contains(blob))
                            .forEach(somewhere::add));
        }
        missing.removeAll(somewhere);
        return missing;
    }

    private static RepositoryFacts facts(RepositoryPlan repository) {
        return repository.verdicts().graph().facts();
    }

    /** Of claims that differ the largest counts, for what is only claimed is an upper bound; what may be absent counts as absent. */
    private void addSizes(ManifestFacts manifest) {
        sizes.put(manifest.digest(), manifest.size());
        certain.add(manifest.digest());
        for (BlobFacts blob : manifest.blobs()) {
            unknownSize |= blob.size() < 0;
            if (blob.foreign()) {
                foreign.add(blob.digest());
            }
            sizes.merge(blob.digest(), blob.foreign() ? 0L : Math.max(0, blob.size()), Math::max);
        }
    }

    /** Whether some size of what goes is only what a manifest claims. */
    boolean isClaimed() {
        return goingOnly().stream().anyMatch(digest -> !certain.contains(digest) && !foreign.contains(digest));
    }

    /** Whether a layer goes that the registry need not have, and that was not looked for. */
    boolean hasForeign() {
        return goingOnly().stream().anyMatch(digest -> !certain.contains(digest) && foreign.contains(digest));
    }

    /** Whether a manifest does not say how large its blobs are. */
    boolean hasUnknownSize() {
        return unknownSize;
    }

    /** What is needed by nothing that stays. */
    long freed() {
        return sum(goingOnly());
    }

    private Set<Digest> goingOnly() {
        Set<Digest> going = new HashSet<>();
        Set<Digest> staying = new HashSet<>();
        for (RepositoryPlan repository : repositories) {
            for (ManifestFacts manifest : facts(repository).manifests().values()) {
                addParts(manifest, goes.test(repository, manifest.digest()) ? going : staying);
            }
        }
        going.removeAll(staying);
        return going;
    }

    /** The blobs among that, each with a repository that has it. */
    Map<Digest, RepositoryName> freedBlobs() {
        Set<Digest> going = goingOnly();
        Map<Digest, RepositoryName> homes = new LinkedHashMap<>();
        for (RepositoryPlan repository : repositories) {
            for (ManifestFacts manifest : facts(repository).manifests().values()) {
                manifest.blobs().stream()
                        .map(BlobFacts::digest)
                        .filter(going::contains)
                        .filter(blob -> !facts(repository).missingBlobs().contains(blob))
                        .forEach(blob -> homes.putIfAbsent(blob, repository.name()));
            }
        }
        return homes;
    }

    long reachable() {
        Set<Digest> all = new HashSet<>();
        repositories.forEach(
                repository -> facts(repository).manifests().values().forEach(manifest -> addParts(manifest, all)));
        return sum(all);
    }

    long logical() {
        long sum = 0;
        for (RepositoryPlan repository : repositories) {
            for (ManifestFacts manifest : facts(repository).manifests().values()) {
                Set<Digest> parts = new HashSet<>();
                addParts(manifest, parts);
                sum = plus(sum, sum(parts));
            }
        }
        return sum;
    }

    /** What each manifest would free if it alone went, with what it alone needs and what hangs on it. */
    Map<RepositoryName, Map<Digest, Long>> alone() {
        return new BytesAlone(repositories, sizes).alone();
    }

    /** What each repository would free if it alone went, with everything in it. */
    Map<RepositoryName, Long> repositoriesAlone() {
        Map<Digest, Integer> holders = new HashMap<>();
        Map<RepositoryName, Set<Digest>> parts = new LinkedHashMap<>();
        for (RepositoryPlan repository : repositories) {
            Set<Digest> here = new HashSet<>();
            facts(repository).manifests().values().forEach(manifest -> addParts(manifest, here));
            here.forEach(part -> holders.merge(part, 1, Integer::sum));
            parts.put(repository.name(), here);
        }
        Map<RepositoryName, Long> alone = new LinkedHashMap<>();
        parts.forEach((name, here) -> {
            here.removeIf(part -> holders.getOrDefault(part, 0) > 1);
            alone.put(name, sum(here));
        });
        return alone;
    }

    static void addParts(ManifestFacts manifest, Set<Digest> to) {
        to.add(manifest.digest());
        manifest.blobs().forEach(blob -> to.add(blob.digest()));
    }

    private long sum(Collection<Digest> blobs) {
        return blobs.stream().mapToLong(blob -> sizes.getOrDefault(blob, 0L)).reduce(0, BlobCount::plus);
    }

    /** Whoever claims sizes may claim any. */
    static long plus(long one, long other) {
        return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
    }
}
