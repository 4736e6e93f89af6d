package io.github.registryclient.cleanup.apply;

import io.github.registryclient.cleanup.graph.RepositoryGraph;
import io.github.registryclient.cleanup.read.Presence;
import io.github.registryclient.cleanup.report.Outcome;
import io.github.registryclient.cleanup.restore.Kept;
import io.github.registryclient.manifest.Descriptor;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.util.List;
import java.util.Optional;

/** What has to be so right before a manifest is deleted; where it is not, the item ends here, with the reason. For one thread. */
final class LastCheck {
    private final Run run;
    private final RepositoryName repository;
    private final RepositoryTally tally;
    private final Presence presence;
    private final ProvenGone gone;
    private final LeftTags leftTags;

    LastCheck(Run run, RepositoryName repository, ProvenGone gone) {
        this.run = run;
        this.repository = repository;
        this.tally = run.tally().of(repository);
        this.presence = new Presence(run.client(), repository);
        this.gone = gone;
        this.leftTags = new LeftTags(run, repository);
    }

    /** The manifest, if it may go. */
    Optional<Manifest> pass(Digest digest, Scene scene) {
        if (!scene.verdicts().goes(digest)) {
            leave(digest, scene);
            return Optional.empty();
        }
        Optional<String> obstacle = obstacle(digest, scene.verdicts().graph());
        if (obstacle.isPresent()) {
            tally.end(digest, Outcome.SKIPPED_CHANGED, obstacle.get());
            return Optional.empty();
        }
        Optional<Manifest> manifest = read(digest, scene.look());
        if (manifest.isPresent() && hasNewReferrer(digest)) {
            tally.end(digest, Outcome.SKIPPED_CHANGED, "something hangs on it that the plan does not know");
            return Optional.empty();
        }
        return manifest;
    }

    /** What the plan chose and does not choose on what the look shows. */
    private void leave(Digest digest, Scene scene) {
        if (scene.look().tags(digest).isEmpty() && presence.isGone(digest)) {
            alreadyGone(digest, scene.look());
            return;
        }
        tally.end(
                digest,
                scene.redrawn().isInUse(digest) ? Outcome.PROTECTED : Outcome.SKIPPED_CHANGED,
                Optional.ofNullable(scene.verdicts().manifests().get(digest))
                        .map(decision -> decision.because())
                        .orElse("it is not there as the plan knew it"));
    }

    /** With the tags that an earlier run left when it deleted their manifest. */
    private void alreadyGone(Digest digest, Look look) {
        gone.found(digest);
        tally.end(digest, Outcome.ALREADY_GONE, report -> report);
        Kept kept = run.allKept();
        for (Tag tag : tally.of(digest).tags()) {
            if (look.facts().danglingTags().contains(tag)) {
                leftTags.remove(tag, digest, run.putBack(kept))
                        .ifPresent(why -> tally.end(
                                digest,
                                Outcome.FAILED,
                                "the manifest is gone, but its tag " + tag + " is not: " + why));
            }
        }
    }

    /** A child goes only after every index that lists it, and what hangs on something only after that. */
    private Optional<String> obstacle(Digest digest, RepositoryGraph graph) {
        Optional<String> irrevocable = tally.of(digest).irrevocable();
        if (run.settings().requiresUndo() && irrevocable.isPresent()) {
            return Optional.of("it could not be put back: " + irrevocable.get());
        }
        for (Digest parent : graph.parents(digest)) {
            if (!gone.contains(parent)) {
                return Optional.of("the index " + parent.shortForm() + " that lists it is not gone");
            }
            if (!presence.isGone(parent)) {
                return Optional.of("the index " + parent.shortForm() + " that lists it is there again");
            }
        }
        return graph.subjects(digest).stream()
                .filter(subject -> graph.manifest(subject).isPresent())
                .filter(subject -> !gone.contains(subject) || !presence.isGone(subject))
                .findFirst()
                .map(subject -> "what it hangs on, " + subject.shortForm() + ", is not gone, or there again");
    }

    /** Empty, and said why, unless all its tags point to it. */
    private Optional<Manifest> read(Digest digest, Look look) {
        List<Tag> tags = look.tags(digest);
        Optional<Manifest> first = presence.manifest(tags.isEmpty() ? digest : tags.get(0));
        if (tags.isEmpty() && first.isEmpty()) {
            alreadyGone(digest, look);
            return Optional.empty();
        }
        for (Tag tag : tags) {
            Optional<Digest> now = tag.equals(tags.get(0)) ? first.map(Manifest::digest) : presence.digest(tag);
            if (!now.equals(Optional.of(digest))) {
                tally.end(
                        digest,
                        Outcome.SKIPPED_CHANGED,
                        "its tag " + tag
                                + now.map(other -> " was moved to " + other.shortForm())
                                        .orElse(" was deleted by somebody else"));
                return Optional.empty();
            }
        }
        return first;
    }

    private boolean hasNewReferrer(Digest digest) {
        return run.listsReferrers()
                && run.client().listReferrers(repository, digest).stream()
                        .map(Descriptor::digest)
                        .anyMatch(referrer -> !tally.isManifest(referrer) && !gone.contains(referrer));
    }
}
