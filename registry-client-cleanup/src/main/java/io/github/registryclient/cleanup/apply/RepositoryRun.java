package io.github.registryclient.cleanup.apply;

import io.github.registryclient.Capabilities;
import io.github.registryclient.cleanup.graph.RepositoryFacts;
import io.github.registryclient.cleanup.graph.RepositoryGraph;
import io.github.registryclient.cleanup.plan.RepositoryPlan;
import io.github.registryclient.cleanup.read.Presence;
import io.github.registryclient.cleanup.report.Outcome;
import io.github.registryclient.cleanup.text.Times;
import io.github.registryclient.error.RegistryException;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Tag;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.Collectors;

/**
 * Carries out what the plan says of one repository: a look, deletions one at a time, a look again, until all is done or something ends
 * it; then the tags that go alone, and a check that nothing else is gone. For one thread.
 */
final class RepositoryRun {
    private final Run run;
    private final RepositoryPlan plan;
    private final RepositoryTally tally;
    private final Looking looking;
    private final ProvenGone gone = new ProvenGone();
    private final ManifestDeletion manifests;
    private final TagRemoval tags;
    private final Aftermath aftermath;
    private final Queue<Digest> pending;
    private Optional<String> ending = Optional.empty();

    RepositoryRun(Run run, RepositoryPlan plan, Capabilities capabilities) {
        this.run = run;
        this.plan = plan;
        this.tally = run.tally().of(plan.name());
        this.looking = new Looking(run, plan.verdicts().graph().facts());
        this.manifests = new ManifestDeletion(run, plan.name(), gone);
        this.tags = new TagRemoval(run, plan.name());
        this.aftermath = new Aftermath(run, plan.name(), gone, capabilities.tagDeletion());
        this.pending = new ArrayDeque<>(plan.deletions());
    }

    void carryOut() throws InterruptedException {
        try {
            Scene last = deleteManifests();
            deleteTags(last);
        } catch (RegistryException e) {
            if (Ending.isOfAll(e)) {
                run.brake().stop(String.valueOf(e.getMessage()));
            } else {
                end(String.valueOf(e.getMessage()));
            }
        } finally {
            notSeen(ending.or(() -> run.brake().reason()).orElse("the run ended"));
            tally.endRest(ending.or(() -> run.brake().reason()).orElse("it was not reached"));
        }
    }

    /** A manifest is deleted when its tags are gone too. */
    private void notSeen(String why) {
        gone.sinceLook().keySet().stream()
                .filter(digest -> !gone.tags(digest).isEmpty())
                .forEach(digest -> tally.end(
                        digest,
                        Outcome.FAILED,
                        "the manifest is gone, and whether its tags are could not be seen: " + why));
        gone.looked();
    }

    private void end(String why) {
        ending = Optional.of(why);
    }

    private Scene deleteManifests() throws InterruptedException {
        Look first = looking.look();
        findGone(first);
        Scene scene = scene(first);
        PostConditions post =
                new PostConditions(run, plan.name(), gone, plan.verdicts().graph());
        if (goesOn(scene)) {
            post.watch(plan.deletions(), scene);
        }
        while (goesOn(scene)) {
            deleteUntilOld(scene);
            if (!gone.sinceLook().isEmpty() || goesOn(scene)) {
                run.log().flush();
                scene = lookAgain(scene);
            }
        }
        if (!gone.deleted().isEmpty()) {
            post.check(scene.look());
        }
        return scene;
    }

    /** What an earlier run deleted, so that what hangs on it can still go. */
    private void findGone(Look look) {
        RepositoryGraph planned = plan.verdicts().graph();
        Presence presence = new Presence(run.client(), plan.name());
        for (Digest digest : plan.deletions()) {
            List<Tag> itsTags = planned.tags(digest);
            boolean untagged = !itsTags.isEmpty()
                    && itsTags.stream().noneMatch(tag -> look.digest(tag).isPresent());
            if (untagged && look.showsTags() && presence.isGone(digest)) {
                gone.found(digest);
            }
        }
    }

    private boolean goesOn(Scene scene) {
        endIfTroubled(scene);
        return !pending.isEmpty() && ending.isEmpty() && run.brake().reason().isEmpty();
    }

    private void endIfTroubled(Scene scene) {
        scene.look()
                .facts()
                .troubles()
                .forEach(trouble -> end("not all of the repository can be read any more: " + trouble));
    }

    private Scene scene(Look look) throws InterruptedException {
        Map<Digest, String> stayed = new LinkedHashMap<>();
        tally.items().stream()
                .filter(item -> item.isManifest()
                        && item.outcome() != Outcome.NOT_REACHED
                        && !item.outcome().isGone())
                .forEach(item -> stayed.put(item.digest().orElseThrow(), "it was to go and stayed: " + item.outcome()));
        return new Scene(
                look,
                Redrawn.of(
                        plan.verdicts().judgement(),
                        asPlanned(look.facts()),
                        stayed,
                        run.uses().now(),
                        run.hosts()));
    }

    /** What is gone as it was to go still counts as going, with its tags, so that what it needs and what hangs on it can follow. */
    private RepositoryFacts asPlanned(RepositoryFacts seen) {
        RepositoryFacts.Builder facts = RepositoryFacts.builder().from(seen);
        plan.verdicts().graph().facts().tags().forEach((tag, digest) -> {
            if (gone.contains(digest) && !seen.tags().containsKey(tag)) {
                facts.putTags(tag, digest);
            }
        });
        return facts.danglingTags(
                        seen.danglingTags().stream().filter(tag -> !isGone(tag)).collect(Collectors.toList()))
                .build();
    }

    private boolean isGone(Tag tag) {
        Digest digest = plan.verdicts().graph().facts().tags().get(tag);
        return digest != null && gone.contains(digest);
    }

    /** At least one, for a look may be asked for before each. */
    private void deleteUntilOld(Scene scene) throws InterruptedException {
        do {
            Digest digest = pending.remove();
            if (!run.brake().goesOn()) {
                return;
            }
            manifests.delete(digest, scene);
            deferIfSlow();
        } while (goesOn(scene) && !scene.look().isOld(run.now(), run.settings()));
    }

    private void deferIfSlow() {
        if (!run.settings().acceptsSlow()
                && manifests.longest().compareTo(run.settings().slowDeletion()) > 0) {
            end(
                    "a DELETE took " + Times.text(manifests.longest())
                            + " there, and what is pushed meanwhile may be lost unseen: accept that, or block pushes while it runs");
        }
    }

    private Scene lookAgain(Scene before) throws InterruptedException {
        Look look = looking.look();
        if (look.showsTags()) {
            if (!aftermath.hasChanged(before.look(), look)) {
                return scene(look);
            }
            Look last = looking.look();
            if (last.showsTags()) {
                aftermath.hasChanged(look, last);
            }
            return scene(last);
        }
        notSeen(look.facts().troubles().get(0));
        return scene(look);
    }

    private void deleteTags(Scene first) throws InterruptedException {
        Scene scene = first;
        for (Tag tag : plan.tagDeletions()) {
            if (scene.look().isOld(run.now(), run.settings())) {
                scene = scene(looking.look());
                endIfTroubled(scene);
            }
            if (ending.isPresent() || !run.brake().goesOn()) {
                return;
            }
            tags.remove(tag, scene);
        }
    }
}
