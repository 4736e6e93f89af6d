package io.github.registryclient.cleanup.read;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.ResolvedTags;
import io.github.registryclient.cleanup.graph.ChildFacts;
import io.github.registryclient.cleanup.graph.ManifestFacts;
import io.github.registryclient.cleanup.graph.RepositoryFacts;
import io.github.registryclient.cleanup.graph.SubjectTag;
import io.github.registryclient.error.CallInterruptedException;
import io.github.registryclient.error.ClientClosedException;
import io.github.registryclient.error.NotFoundException;
import io.github.registryclient.error.RegistryException;
import io.github.registryclient.manifest.Descriptor;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Reads one repository: its tags, what they point to, and from there all that hangs together. Not thread-safe. */
final class RepositoryReader {
    private final RegistryClient client;
    private final RepositoryName repository;
    private final Documents documents;
    private final Wanted wanted;
    private final boolean listsReferrers;
    private final SideBySide workers;
    private final Set<Digest> tagged = ConcurrentHashMap.newKeySet();
    private final Map<Digest, ManifestFacts> manifests = new ConcurrentHashMap<>();
    private final Map<Digest, Set<Digest>> referrers = new ConcurrentHashMap<>();
    private final Set<Digest> missing = ConcurrentHashMap.newKeySet();
    private final Set<Digest> missingBlobs = ConcurrentHashMap.newKeySet();

    RepositoryReader(
            RegistryClient client,
            RepositoryName repository,
            Documents documents,
            Wanted wanted,
            boolean listsReferrers,
            SideBySide workers) {
        this.client = client;
        this.repository = repository;
        this.documents = documents;
        this.wanted = wanted;
        this.listsReferrers = listsReferrers;
        this.workers = workers;
    }

    /** What was read before is not read again, and nobody is asked again what hangs on it. */
    RepositoryReader knowing(RepositoryFacts before) {
        manifests.putAll(before.manifests());
        before.referrers()
                .forEach((subject, all) -> referrers
                        .computeIfAbsent(subject, first -> ConcurrentHashMap.newKeySet())
                        .addAll(all));
        return this;
    }

    /** With manifests that are known from elsewhere, if they are still there. */
    RepositoryFacts read(Collection<Digest> knownFromElsewhere) throws InterruptedException {
        RepositoryFacts.Builder facts = RepositoryFacts.builder().name(repository);
        try {
            ResolvedTags tags = client.resolveTags(repository, tags());
            new TreeMap<>(tags.digests()).forEach(facts::putTags);
            facts.addAllDanglingTags(tags.dangling());
            tagged.addAll(tags.digests().values());
            readAll(new LinkedHashSet<>(tags.digests().values()), Set.of());
            Set<Digest> others = withoutBlobs(knownFromElsewhere);
            readAll(others, others);
            new BrokenParts(new Presence(client, repository), workers, wanted)
                    .look(manifests, missing, missingBlobs, subjects(tags.digests()));
            tags.digests().forEach((tag, digest) -> {
                if (missing.contains(digest)) {
                    facts.addTroubles("the tag " + tag + " was moved or deleted while it was read; plan again");
                }
            });
        } catch (CallInterruptedException | ClientClosedException ended) {
            throw ended;
        } catch (RegistryException e) {
            facts.addTroubles(String.valueOf(e.getMessage()));
        }
        sorted(manifests).forEach(facts::putManifests);
        sorted(referrers).forEach((subject, all) -> facts.putReferrers(subject, new LinkedHashSet<>(sorted(all))));
        return facts.addAllMissing(missing).addAllMissingBlobs(missingBlobs).build();
    }

    /** Somebody may name an image by its configuration, which some registries answer with 500 if it is asked for as a manifest. */
    private Set<Digest> withoutBlobs(Collection<Digest> digests) {
        Set<Digest> left = new LinkedHashSet<>(digests);
        manifests.values().forEach(manifest -> manifest.blobs().forEach(blob -> left.remove(blob.digest())));
        return left;
    }

    private static List<Digest> sorted(Collection<Digest> digests) {
        return digests.stream().sorted(Comparator.comparing(Digest::toString)).collect(Collectors.toList());
    }

    private static <T> Map<Digest, T> sorted(Map<Digest, T> map) {
        Map<Digest, T> sorted = new TreeMap<>(Comparator.comparing(Digest::toString));
        sorted.putAll(map);
        return sorted;
    }

    /** A repository that is in the catalog and has no tags any more is not found by some registries (distribution). */
    private List<Tag> tags() {
        try {
            return client.listTags(repository).toList();
        } catch (NotFoundException e) {
            if (!e.response().saysMissing()) {
                throw e;
            }
            return List.of();
        }
    }

    /** From level to level: what was not read before, its children, and what is listed as hanging on it. */
    private void readAll(Collection<Digest> digests, Set<Digest> perhapsGone) throws InterruptedException {
        Set<Digest> level = unread(digests);
        while (!level.isEmpty()) {
            List<Set<Digest>> next = workers.map(level, digest -> readOne(digest, perhapsGone));
            level = unread(next.stream().flatMap(Set::stream).collect(Collectors.toList()));
        }
    }

    private Set<Digest> unread(Collection<Digest> digests) {
        return digests.stream()
                .filter(digest -> !manifests.containsKey(digest) && !missing.contains(digest))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What it names that has to be read too. */
    private Set<Digest> readOne(Digest digest, Set<Digest> perhapsGone) {
        ManifestFacts facts;
        try {
            facts = perhapsGone.contains(digest)
                    ? documents.readHere(repository, digest, missingBlobs::add)
                    : documents.read(repository, digest, tagged.contains(digest), missingBlobs::add);
        } catch (NotFoundException e) {
            if (!e.response().saysMissing()) {
                throw e;
            }
            missing.add(digest);
            return Set.of();
        }
        manifests.put(digest, facts);
        Set<Digest> next = new LinkedHashSet<>();
        facts.children().stream().map(ChildFacts::digest).forEach(next::add);
        if (listsReferrers) {
            Set<Digest> listed = client.listReferrers(repository, digest).stream()
                    .filter(Descriptor::isManifest)
                    .map(Descriptor::digest)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            if (!listed.isEmpty()) {
                referrers
                        .computeIfAbsent(digest, first -> ConcurrentHashMap.newKeySet())
                        .addAll(listed);
                next.addAll(listed);
            }
        }
        return next;
    }

    private Set<Digest> subjects(Map<Tag, Digest> tags) {
        Set<Digest> subjects = new LinkedHashSet<>(referrers.keySet());
        tags.keySet().forEach(tag -> SubjectTag.subject(tag).ifPresent(subjects::add));
        manifests.values().forEach(manifest -> manifest.subject().ifPresent(subjects::add));
        return subjects;
    }
}
