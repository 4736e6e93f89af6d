package io.github.registryclient.cleanup.apply;

import io.github.registryclient.cleanup.graph.BlobFacts;
import io.github.registryclient.cleanup.graph.ChildFacts;
import io.github.registryclient.cleanup.graph.ManifestFacts;
import io.github.registryclient.cleanup.graph.RepositoryFacts;
import io.github.registryclient.cleanup.graph.RepositoryGraph;
import io.github.registryclient.cleanup.judge.Judgement;
import io.github.registryclient.cleanup.judge.Protections;
import io.github.registryclient.cleanup.judge.References;
import io.github.registryclient.cleanup.judge.RepositoryJudgement;
import io.github.registryclient.cleanup.judge.Verdicts;
import io.github.registryclient.cleanup.policy.ImageReference;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The plan's judgement on what a look shows: what has come or moved since is kept with all that it needs and hangs on, what is in use
 * now too, and the rest follows anew. It never lets anything go that the plan did not.
 */
final class Redrawn {
    static final String NEW = "it has come since the plan was made";

    private final RepositoryJudgement planned;
    private final RepositoryFacts facts;
    private final RepositoryGraph graph;
    private final Protections protections;
    private final Protections inUse;

    private Redrawn(RepositoryJudgement planned, RepositoryFacts facts, Set<ImageReference> used, Set<String> hosts) {
        this.planned = planned;
        this.facts = facts;
        this.graph = new RepositoryGraph(facts);
        this.protections = new Protections(graph);
        References references = new References(Map.of(facts.name(), graph), hosts);
        references.use(used);
        this.inUse = references.of(facts.name());
    }

    /** With what was to go in this run and stayed: what it needs stays too. */
    static Redrawn of(
            RepositoryJudgement planned,
            RepositoryFacts facts,
            Map<Digest, String> stayed,
            Set<ImageReference> used,
            Set<String> hosts) {
        Redrawn redrawn = new Redrawn(planned, facts, used, hosts);
        stayed.forEach(redrawn.protections::protect);
        return redrawn;
    }

    Verdicts verdicts() {
        return Verdicts.of(judgement());
    }

    boolean isInUse(Digest digest) {
        return inUse.manifests().containsKey(digest);
    }

    boolean isInUse(Tag tag) {
        return !inUse.of(tag).isEmpty();
    }

    private RepositoryJudgement judgement() {
        facts.manifests().keySet().stream()
                .filter(digest -> !planned.facts().manifests().containsKey(digest))
                .forEach(digest -> protections.protect(digest, NEW));
        RepositoryJudgement.Builder judgement =
                RepositoryJudgement.builder().facts(facts).childrenStay(planned.childrenStay());
        Stream.concat(facts.tags().keySet().stream(), facts.danglingTags().stream())
                .forEach(tag -> judgement.putTags(tag, judged(tag)));
        planned.untagged().forEach((digest, said) -> {
            if (facts.manifests().containsKey(digest) && graph.tags(digest).isEmpty()) {
                judgement.putUntagged(digest, unlessHealed(said, digest));
            }
        });
        Map<Digest, List<String>> held = new LinkedHashMap<>(inUse.manifests());
        protections.manifests().forEach(held::putIfAbsent);
        planned.protectedManifests().forEach(held::putIfAbsent);
        return judgement.putAllProtectedManifests(held).build();
    }

    private Judgement judged(Tag tag) {
        Judgement said = planned.tags().get(tag);
        Judgement judgement = said != null
                        && Objects.equals(
                                facts.tags().get(tag), planned.facts().tags().get(tag))
                ? unlessHealed(said, facts.tags().get(tag))
                : Judgement.builder()
                        .addProtections(said == null ? NEW : "it was moved since the plan was made")
                        .build();
        for (String reason : inUse.of(tag)) {
            judgement = judgement.protectedBy(reason);
        }
        for (String reason : protections.of(tag)) {
            judgement = judgement.protectedBy(reason);
        }
        return judgement;
    }

    /** What was chosen because something was missing stays if it is there again, or was not looked for. */
    private Judgement unlessHealed(Judgement said, @Nullable Digest digest) {
        ManifestFacts manifest = digest == null ? null : facts.manifests().get(digest);
        if (manifest == null || said.defects().isEmpty()) {
            return said;
        }
        boolean healed = Stream.of(
                        manifest.children().stream().map(ChildFacts::digest),
                        manifest.blobs().stream().map(BlobFacts::digest),
                        graph.subjects(manifest.digest()).stream())
                .flatMap(parts -> parts)
                .filter(part -> wasMissing(planned.facts(), part))
                .anyMatch(part -> !wasMissing(facts, part));
        return healed ? said.protectedBy("what was missing when the plan was made is there") : said;
    }

    private static boolean wasMissing(RepositoryFacts facts, Digest part) {
        return facts.missing().contains(part) || facts.missingBlobs().contains(part);
    }
}
