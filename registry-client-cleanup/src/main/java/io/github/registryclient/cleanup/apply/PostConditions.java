package io.github.registryclient.cleanup.apply;

import io.github.registryclient.cleanup.graph.ChildFacts;
import io.github.registryclient.cleanup.graph.RepositoryGraph;
import io.github.registryclient.cleanup.judge.Verdicts;
import io.github.registryclient.cleanup.read.Presence;
import io.github.registryclient.cleanup.report.Outcome;
import io.github.registryclient.cleanup.restore.Kept;
import io.github.registryclient.cleanup.restore.PutBack;
import io.github.registryclient.cleanup.restore.Restored;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Whether nothing that stays is less complete than at the last look before: what was linked to something that was deleted must still
 * be there. If it is not, the run ends, and what it deleted in this repository is put back as far as it can be. For one thread.
 */
final class PostConditions {
    private final Run run;
    private final RepositoryName repository;
    private final ProvenGone gone;
    private final Presence presence;
    private final Set<Digest> watched = new LinkedHashSet<>();
    private RepositoryGraph graph;

    PostConditions(Run run, RepositoryName repository, ProvenGone gone, RepositoryGraph graph) {
        this.graph = graph;
        this.run = run;
        this.repository = repository;
        this.gone = gone;
        this.presence = new Presence(run.client(), repository);
    }

    /** Finds out what of it is there before anything is deleted. */
    void watch(Collection<Digest> planned, Scene scene) {
        graph = scene.verdicts().graph();
        for (Digest digest : linked(planned, scene.verdicts())) {
            if (!scene.look().tags(digest).isEmpty() || presence.digest(digest).isPresent()) {
                watched.add(digest);
            }
        }
    }

    private static Set<Digest> linked(Collection<Digest> planned, Verdicts verdicts) {
        RepositoryGraph graph = verdicts.graph();
        Set<Digest> linked = new LinkedHashSet<>();
        for (Digest digest : planned) {
            graph.manifest(digest)
                    .ifPresent(manifest ->
                            manifest.children().stream().map(ChildFacts::digest).forEach(linked::add));
            linked.addAll(graph.followers(digest));
            linked.addAll(graph.subjects(digest));
        }
        linked.removeAll(planned);
        linked.removeIf(digest -> graph.manifest(digest).isEmpty());
        return linked;
    }

    /** After the last deletion. */
    void check(Look last) {
        for (Digest digest : watched) {
            if (last.tags(digest).isEmpty() && presence.digest(digest).isEmpty()) {
                if (isNeeded(digest)) {
                    breach(digest);
                    return;
                }
                run.tally()
                        .note(repository + "@" + digest + " is gone with all that needed it: somebody else did that");
            }
        }
    }

    /** Whoever deletes on purpose deletes what needs it too. */
    private boolean isNeeded(Digest lost) {
        Set<Digest> above = new LinkedHashSet<>(graph.parents(lost));
        above.addAll(graph.subjects(lost));
        above.removeIf(gone::contains);
        return above.isEmpty()
                || above.stream().anyMatch(digest -> presence.digest(digest).isPresent());
    }

    private void breach(Digest lost) {
        String what = repository + "@" + lost + " should have stayed and is gone";
        run.tally().breach(what);
        run.brake().stop(what);
        run.log().flush();
        Kept kept = run.kept();
        PutBack putBack = run.putBack(kept);
        int back = 0;
        Optional<String> failure = Optional.empty();
        for (Digest digest : gone.lastFirst()) {
            Restored restored = putBack.restore(repository, digest, gone.tags(digest));
            if (restored.status() == Restored.Status.RESTORED || restored.status() == Restored.Status.ALREADY_THERE) {
                back++;
                run.tally()
                        .of(repository)
                        .end(digest, Outcome.SKIPPED_CHANGED, "put back, for something else was lost: " + what);
            } else {
                failure = failure.or(restored::reason);
            }
        }
        run.tally()
                .breach("what was done about it: " + back + " of the "
                        + gone.deleted().size()
                        + " manifests that this run deleted there were put back"
                        + failure.map(why -> ", others not: " + why).orElse(""));
    }
}
