package io.github.registryclient.cleanup.plan;

import io.github.registryclient.cleanup.graph.ChildFacts;
import io.github.registryclient.cleanup.graph.RepositoryGraph;
import io.github.registryclient.cleanup.judge.Decision;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Tag;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes what is to be done, with what has to be true when it is: what follows from the rest, for those who read the document. */
final class DeletionWriter {
    private final JsonWriting json;

    DeletionWriter(JsonWriting json) {
        this.json = json;
    }

    void write(RepositoryPlan plan) throws IOException {
        json.list("deletions", plan.deletions(), digest -> writeDeletion(plan, digest));
        if (plan.heldBack().isPresent()) {
            json.list("wouldDelete", plan.verdicts().deletions(), digest -> writeDeletion(plan, digest));
        }
        json.list("tagDeletions", plan.tagDeletions(), tag -> {
            json.text("tag", tag);
            json.text("because", plan.of(tag).orElseThrow().because());
            json.text("undoable", isDangling(plan, tag) ? "no: " + UndoCheck.DANGLING : "yes");
        });
    }

    private static boolean isDangling(RepositoryPlan plan, Tag tag) {
        return plan.verdicts().graph().facts().danglingTags().contains(tag);
    }

    private void writeDeletion(RepositoryPlan plan, Digest digest) throws IOException {
        RepositoryGraph graph = plan.verdicts().graph();
        Map<Digest, Decision> decisions = plan.verdicts().manifests();
        json.text("digest", digest);
        json.text("because", Objects.requireNonNull(decisions.get(digest)).because());
        String obstacle = plan.irrevocable().get(digest);
        json.text("undoable", obstacle == null ? "yes" : "no: " + obstacle);
        SortedMap<String, String> tags = new TreeMap<>();
        for (Tag tag : graph.tags(digest)) {
            tags.put(tag.toString(), digest.toString());
        }
        json.object("tags", tags, json::text);
        json.texts("parents", FactsWriter.sorted(graph.parents(digest)));
        json.texts(
                "children",
                FactsWriter.sorted(graph.manifest(digest).orElseThrow().children().stream()
                        .map(ChildFacts::digest)
                        .collect(Collectors.toSet())));
        json.texts("referrers", FactsWriter.sorted(graph.followers(digest)));
    }
}
