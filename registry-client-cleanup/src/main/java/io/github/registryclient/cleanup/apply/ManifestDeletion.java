package io.github.registryclient.cleanup.apply;

import io.github.registryclient.DeleteResult;
import io.github.registryclient.cleanup.graph.RepositoryGraph;
import io.github.registryclient.cleanup.journal.JournalEntry;
import io.github.registryclient.cleanup.report.Outcome;
import io.github.registryclient.cleanup.restore.Kept;
import io.github.registryclient.error.NotPermittedException;
import io.github.registryclient.error.RegistryException;
import io.github.registryclient.manifest.Descriptor;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Deletes one manifest after the other in one repository, each only if everything is still as the plan knew it. For one thread. */
final class ManifestDeletion {
    private final Run run;
    private final RepositoryName repository;
    private final RepositoryTally tally;
    private final Absence absence;
    private final Gone gone;
    private final Unanswered unanswered;
    private final LeftTags leftTags;
    private Duration longest = Duration.ZERO;

    ManifestDeletion(Run run, RepositoryName repository, Gone gone) {
        this.run = run;
        this.repository = repository;
        this.tally = run.tally().of(repository);
        this.absence = new Absence(run.client(), repository);
        this.gone = gone;
        this.unanswered = new Unanswered(run, repository);
        this.leftTags = new LeftTags(run, repository);
    }

    /** How long the longest DELETE took. */
    Duration longest() {
        return longest;
    }

    void delete(Digest digest, Scene scene) throws InterruptedException {
        try {
            if (!scene.verdicts().goes(digest)) {
                leave(digest, scene);
                return;
            }
            Optional<String> obstacle = obstacle(digest, scene.verdicts().graph());
            if (obstacle.isPresent()) {
                tally.end(digest, Outcome.SKIPPED_CHANGED, obstacle.get());
                return;
            }
            Instant checked = run.now();
            List<Tag> tags = scene.look().tags(digest);
            Optional<Manifest> manifest = read(digest, tags, scene.look());
            if (manifest.isEmpty()) {
                return;
            }
            if (hasNewReferrer(digest)) {
                tally.end(digest, Outcome.SKIPPED_CHANGED, "something hangs on it that the plan does not know");
                return;
            }
            if (!run.brake().takeItem()) {
                return;
            }
            write(manifest.get(), tags);
            send(manifest.get(), tags, new Window(scene.look().begun(), checked));
        } catch (RegistryException e) {
            if (Ending.endsRun(e) || Ending.isCut(e)) {
                run.brake().stop(String.valueOf(e.getMessage()));
                return;
            }
            tally.end(
                    digest,
                    e instanceof NotPermittedException ? Outcome.DENIED : Outcome.NOT_REACHED,
                    "it could not be looked at before: " + e.getMessage());
        }
    }

    /** What the plan chose and does not choose on what the look shows. */
    private void leave(Digest digest, Scene scene) {
        if (scene.look().tags(digest).isEmpty() && absence.isGone(digest)) {
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
            if (!absence.isGone(parent)) {
                return Optional.of("the index " + parent.shortForm() + " that lists it is there again");
            }
        }
        return graph.subjects(digest).stream()
                .filter(subject -> graph.manifest(subject).isPresent())
                .filter(subject -> !gone.contains(subject) || !absence.isGone(subject))
                .findFirst()
                .map(subject -> "what it hangs on, " + subject.shortForm() + ", is not gone, or there again");
    }

    /** Empty, and said why, unless all its tags point to it. */
    private Optional<Manifest> read(Digest digest, List<Tag> tags, Look look) {
        Optional<Manifest> first = absence.find(tags.isEmpty() ? digest : tags.get(0));
        if (tags.isEmpty() && first.isEmpty()) {
            alreadyGone(digest, look);
            return Optional.empty();
        }
        for (Tag tag : tags) {
            Optional<Digest> now = tag.equals(tags.get(0)) ? first.map(Manifest::digest) : absence.resolve(tag);
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

    /** On the disk before anything is sent; what became of the one before goes with it. */
    private void write(Manifest manifest, List<Tag> tags) {
        run.log().keep(manifest);
        run.log().write(entry(JournalEntry.Kind.INTENT, manifest.digest(), tags).build());
        run.log().flush();
    }

    private JournalEntry.Builder entry(JournalEntry.Kind kind, Digest digest, List<Tag> tags) {
        return run.entry(kind).repository(repository).digest(digest).tags(tags);
    }

    private void send(Manifest manifest, List<Tag> tags, Window window) throws InterruptedException {
        run.tally().deleting(repository, manifest.digest());
        run.lease().require();
        window.sent(run.now());
        DeleteResult result;
        try {
            result = run.client().deleteManifest(repository, manifest);
            answered(window);
        } catch (RegistryException e) {
            answered(window);
            refused(manifest, tags, window, e);
            return;
        }
        Optional<String> unheard = result.errors().stream()
                .filter(error -> error.code().isEmpty())
                .map(error -> error.message())
                .findFirst();
        if (unheard.isPresent()) {
            awaited(manifest, tags, window, unheard.get());
            return;
        }
        boolean wasGone = result.outcome() == DeleteResult.Outcome.ALREADY_GONE;
        try {
            if (absence.isGone(manifest.digest())) {
                ended(manifest, tags, wasGone ? Outcome.ALREADY_GONE : Outcome.DELETED, window, Optional.empty());
            } else {
                ended(
                        manifest,
                        tags,
                        Outcome.FAILED,
                        window,
                        Optional.of(
                                "the registry accepted the deletion and still shows the manifest; some delete later, so"
                                        + " look again"));
            }
        } catch (RegistryException e) {
            if (Ending.endsRun(e) || Ending.isCut(e)) {
                run.brake().stop(String.valueOf(e.getMessage()));
            }
            notKnown(
                    manifest,
                    window,
                    "the registry accepted the deletion, and whether it is gone could not be seen: " + e.getMessage());
        }
    }

    /** The intent stays open in the journal, and the next run finds out. */
    private void notKnown(Manifest manifest, Window window, String cause) {
        run.tally().leftOpen();
        tally.end(manifest.digest(), Outcome.FAILED, window.in(cause));
    }

    private void answered(Window window) {
        window.answered(run.now());
        longest = longest.compareTo(window.deletion()) > 0 ? longest : window.deletion();
    }

    private void refused(Manifest manifest, List<Tag> tags, Window window, RegistryException e)
            throws InterruptedException {
        String message = String.valueOf(e.getMessage());
        Ending ending = Ending.of(e);
        if (Ending.isCut(e) || Ending.endsRun(e)) {
            run.brake().stop(message);
            if (Ending.isCut(e) || ending == Ending.UNKNOWN) {
                notKnown(
                        manifest,
                        window,
                        "the run ended in the middle of it; the next one finds out what became of it");
                return;
            }
        } else if (ending == Ending.UNKNOWN) {
            awaited(manifest, tags, window, message);
            return;
        }
        ended(manifest, tags, Ending.of(e).outcome(), window, Optional.of(message));
    }

    private void awaited(Manifest manifest, List<Tag> tags, Window window, String message) throws InterruptedException {
        switch (unanswered.await(manifest.digest(), tags, longest)) {
            case GONE:
                ended(
                        manifest,
                        tags,
                        Outcome.DELETED,
                        window,
                        Optional.of("found by looking, for the answer was: " + message));
                break;
            case STILL_THERE:
                ended(manifest, tags, Outcome.FAILED, window, Optional.of(message));
                break;
            default:
                notKnown(manifest, window, message);
        }
    }

    private void ended(Manifest manifest, List<Tag> tags, Outcome outcome, Window window, Optional<String> cause) {
        if (outcome.isGone()) {
            gone.deleted(manifest, tags);
        }
        tally.end(manifest.digest(), outcome, report -> window.in(report).cause(cause));
        run.log()
                .write(entry(JournalEntry.Kind.OUTCOME, manifest.digest(), tags)
                        .outcome(outcome)
                        .cause(cause)
                        .build());
    }
}
