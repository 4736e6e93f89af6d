package io.github.registryclient.cleanup.apply;

import io.github.registryclient.DeleteResult;
import io.github.registryclient.cleanup.journal.JournalEntry;
import io.github.registryclient.cleanup.read.Presence;
import io.github.registryclient.cleanup.report.Outcome;
import io.github.registryclient.error.NotPermittedException;
import io.github.registryclient.error.RegistryException;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Deletes one manifest after the other in one repository: checked, written down, sent, and proven gone. For one thread. */
final class ManifestDeletion {
    private final Run run;
    private final RepositoryName repository;
    private final RepositoryTally tally;
    private final Presence presence;
    private final ProvenGone gone;
    private final LastCheck check;
    private final Unanswered unanswered;
    private Duration longest = Duration.ZERO;

    ManifestDeletion(Run run, RepositoryName repository, ProvenGone gone) {
        this.run = run;
        this.repository = repository;
        this.tally = run.tally().of(repository);
        this.presence = new Presence(run.client(), repository);
        this.gone = gone;
        this.check = new LastCheck(run, repository, gone);
        this.unanswered = new Unanswered(run, repository);
    }

    /** How long the longest DELETE took. */
    Duration longest() {
        return longest;
    }

    void delete(Digest digest, Scene scene) throws InterruptedException {
        try {
            Window window = new Window(scene.look().begun(), run.now());
            Optional<Manifest> manifest = check.pass(digest, scene);
            if (manifest.isPresent() && run.brake().takeItem()) {
                List<Tag> tags = scene.look().tags(digest);
                run.intents()
                        .begin(
                                manifest,
                                entry(JournalEntry.Kind.INTENT, digest, tags).build());
                send(new Sent(manifest.get(), tags, window));
            }
        } catch (RegistryException e) {
            if (Ending.isOfAll(e)) {
                run.brake().stop(String.valueOf(e.getMessage()));
                return;
            }
            tally.end(
                    digest,
                    e instanceof NotPermittedException ? Outcome.DENIED : Outcome.NOT_REACHED,
                    "it could not be looked at before: " + e.getMessage());
        }
    }

    private JournalEntry.Builder entry(JournalEntry.Kind kind, Digest digest, List<Tag> tags) {
        return run.entry(kind).repository(repository).digest(digest).tags(tags);
    }

    private void send(Sent sent) throws InterruptedException {
        run.tally().deleting(repository, sent.digest());
        run.lease().require();
        sent.window.sent(run.now());
        DeleteResult result;
        try {
            result = run.client().deleteManifest(repository, sent.manifest);
            answered(sent);
        } catch (RegistryException e) {
            answered(sent);
            refused(sent, e);
            return;
        }
        Optional<String> unheard = result.errors().stream()
                .filter(error -> error.code().isEmpty())
                .map(error -> error.message())
                .findFirst();
        if (unheard.isPresent()) {
            awaited(sent, unheard.get());
        } else {
            prove(sent, result.outcome() == DeleteResult.Outcome.ALREADY_GONE);
        }
    }

    private void answered(Sent sent) {
        sent.window.answered(run.now());
        Duration took = sent.window.deletion();
        longest = longest.compareTo(took) > 0 ? longest : took;
    }

    private void prove(Sent sent, boolean wasGone) {
        boolean isGone;
        try {
            isGone = presence.isGone(sent.digest());
        } catch (RegistryException e) {
            if (Ending.isOfAll(e)) {
                run.brake().stop(String.valueOf(e.getMessage()));
            }
            notKnown(
                    sent,
                    "the registry accepted the deletion, and whether it is gone could not be seen: " + e.getMessage());
            return;
        }
        if (isGone) {
            ended(sent, wasGone ? Outcome.ALREADY_GONE : Outcome.DELETED, Optional.empty());
        } else {
            ended(
                    sent,
                    Outcome.FAILED,
                    Optional.of("the registry accepted the deletion and still shows the manifest; some delete later, so"
                            + " look again"));
        }
    }

    private void refused(Sent sent, RegistryException e) throws InterruptedException {
        String message = String.valueOf(e.getMessage());
        Ending ending = Ending.of(e);
        if (Ending.isOfAll(e)) {
            run.brake().stop(message);
            if (Ending.isCut(e) || ending == Ending.UNKNOWN) {
                notKnown(sent, "the run ended in the middle of it; the next one finds out what became of it");
                return;
            }
        } else if (ending == Ending.UNKNOWN) {
            awaited(sent, message);
            return;
        }
        ended(sent, ending.outcome(), Optional.of(message));
    }

    private void awaited(Sent sent, String message) throws InterruptedException {
        switch (unanswered.await(sent.digest(), sent.tags, longest)) {
            case GONE:
                ended(sent, Outcome.DELETED, Optional.of("found by looking, for the answer was: " + message));
                break;
            case STILL_THERE:
                ended(sent, Outcome.FAILED, Optional.of(message));
                break;
            default:
                notKnown(sent, message);
        }
    }

    /** The intent stays open in the journal, and the next run finds out. */
    private void notKnown(Sent sent, String cause) {
        tally.end(
                sent.digest(), Outcome.FAILED, report -> sent.window.in(report).cause(cause));
    }

    /** What is known is told also if the journal cannot take it any more. */
    private void ended(Sent sent, Outcome outcome, Optional<String> cause) {
        if (outcome.isGone()) {
            gone.deleted(sent.manifest, sent.tags);
        }
        tally.end(sent.digest(), outcome, report -> sent.window.in(report).cause(cause));
        run.intents()
                .end(entry(JournalEntry.Kind.OUTCOME, sent.digest(), sent.tags)
                        .outcome(outcome)
                        .cause(cause)
                        .build());
    }

    /** A manifest whose deletion is on its way. */
    private static final class Sent {
        private final Manifest manifest;
        private final List<Tag> tags;
        private final Window window;

        Sent(Manifest manifest, List<Tag> tags, Window window) {
            this.manifest = manifest;
            this.tags = tags;
            this.window = window;
        }

        Digest digest() {
            return manifest.digest();
        }
    }
}
