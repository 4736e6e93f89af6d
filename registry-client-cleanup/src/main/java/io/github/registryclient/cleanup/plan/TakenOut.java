package io.github.registryclient.cleanup.plan;

import io.github.registryclient.cleanup.judge.Judgement;
import io.github.registryclient.cleanup.judge.RepositoryJudgement;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Tag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What somebody takes out of a plan stays, for that reason. */
final class TakenOut {
    private static final String REASON = "somebody took it out of the plan";

    private TakenOut() {}

    static RepositoryJudgement tag(RepositoryJudgement judgement, Tag tag) {
        Map<Tag, Judgement> tags = new LinkedHashMap<>(judgement.tags());
        tags.computeIfPresent(tag, (same, said) -> said.protectedBy(REASON));
        return RepositoryJudgement.builder().from(judgement).tags(tags).build();
    }

    static RepositoryJudgement manifest(RepositoryJudgement judgement, Digest digest) {
        Map<Digest, List<String>> reasons = new LinkedHashMap<>(judgement.protectedManifests());
        List<String> all = new ArrayList<>(reasons.getOrDefault(digest, List.of()));
        all.add(REASON);
        reasons.put(digest, List.copyOf(all));
        RepositoryJudgement changed = RepositoryJudgement.builder()
                .from(judgement)
                .protectedManifests(reasons)
                .build();
        for (Map.Entry<Tag, Digest> tag : judgement.facts().tags().entrySet()) {
            changed = tag.getValue().equals(digest) ? tag(changed, tag.getKey()) : changed;
        }
        return changed;
    }

    static RepositoryJudgement all(RepositoryJudgement judgement) {
        Map<Tag, Judgement> tags = new LinkedHashMap<>(judgement.tags());
        tags.replaceAll((tag, said) -> said.protectedBy(REASON));
        Map<Digest, List<String>> reasons = new LinkedHashMap<>(judgement.protectedManifests());
        judgement.facts().manifests().keySet().forEach(digest -> reasons.putIfAbsent(digest, List.of(REASON)));
        return RepositoryJudgement.builder()
                .from(judgement)
                .tags(tags)
                .protectedManifests(reasons)
                .build();
    }
}
