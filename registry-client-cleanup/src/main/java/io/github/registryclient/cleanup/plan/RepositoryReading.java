package io.github.registryclient.cleanup.plan;

import io.github.registryclient.cleanup.graph.RepositoryFacts;
import io.github.registryclient.cleanup.json.JsonObject;
import io.github.registryclient.cleanup.judge.RepositoryJudgement;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Reads one repository of a plan. What follows from the rest is passed over, for it is drawn anew and the hash compares it. */
final class RepositoryReading {
    private final JsonObject json;
    private final RepositoryFacts.Builder facts = RepositoryFacts.builder();
    private final RepositoryJudgement.Builder judgement = RepositoryJudgement.builder();

    private RepositoryReading(JsonObject json) {
        this.json = json;
    }

    static RepositoryJudgement of(JsonObject json) {
        return new RepositoryReading(json).read();
    }

    private RepositoryJudgement read() {
        facts.name(json.required("name", json.text("name", RepositoryName::asServed)));
        facts.troubles(json.texts("troubles", text -> text).orElse(List.of()));
        json.texts("missing", Digest::of).ifPresent(facts::missing);
        json.texts("missingBlobs", Digest::of).ifPresent(facts::missingBlobs);
        json.object("referrers").ifPresent(referrers -> {
            for (String subject : referrers.names()) {
                facts.putReferrers(
                        Digest.of(subject),
                        new LinkedHashSet<>(referrers.texts(subject, Digest::of).orElse(List.of())));
            }
        });
        json.objects("manifests")
                .ifPresent(all -> all.stream()
                        .map(ManifestReading::of)
                        .forEach(manifest -> facts.putManifests(manifest.digest(), manifest)));
        json.objects("tags").ifPresent(all -> all.forEach(this::addTag));
        json.object("untagged").ifPresent(all -> {
            for (String digest : all.names()) {
                judgement.putUntagged(
                        Digest.of(digest),
                        JudgementReading.of(all.object(digest).orElseThrow()));
            }
        });
        json.object("protected").ifPresent(all -> {
            for (String digest : all.names()) {
                judgement.putProtectedManifests(
                        Digest.of(digest), all.texts(digest, text -> text).orElse(List.of()));
            }
        });
        judgement.childrenStay(json.text("childrenStay"));
        json.text("heldBack");
        json.objects("deletions");
        json.objects("wouldDelete");
        json.objects("tagDeletions");
        json.end();
        return json.here(() -> judgement.facts(facts.build()).build());
    }

    private void addTag(JsonObject one) {
        Tag tag = one.required("tag", one.text("tag", Tag::asServed));
        Optional<Digest> digest = one.text("digest", Digest::of);
        digest.ifPresentOrElse(found -> facts.putTags(tag, found), () -> facts.addDanglingTags(tag));
        one.text("verdict"); // follows from the rest
        one.text("because");
        judgement.putTags(tag, JudgementReading.of(one));
    }
}
