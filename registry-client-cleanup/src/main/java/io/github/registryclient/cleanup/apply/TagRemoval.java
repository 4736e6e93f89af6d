package io.github.registryclient.cleanup.apply;

import io.github.registryclient.cleanup.journal.JournalEntry;
import io.github.registryclient.cleanup.judge.Decision;
import io.github.registryclient.cleanup.judge.Verdict;
import io.github.registryclient.cleanup.read.Presence;
import io.github.registryclient.cleanup.report.Outcome;
import io.github.registryclient.cleanup.text.Times;
import io.github.registryclient.cleanup.untag.ThrownAway;
import io.github.registryclient.error.ManifestVanishedException;
import io.github.registryclient.error.NotPermittedException;
import io.github.registryclient.error.RegistryException;
import io.github.registryclient.error.TagDeletionUnsupportedException;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Deletes tags whose manifest stays, and tags that point to nothing, where the registry can. For one thread. */
final class TagRemoval {
    private final Run run;
    private final RepositoryName repository;
    private final RepositoryTally tally;
    private final Presence presence;
    /** Why the registry cannot, once it has said so. */
    private Optional<String> cannot = Optional.empty();
    /** Of the tag in hand. */
    private Window window = new Window(Instant.EPOCH, Instant.EPOCH);

    TagRemoval(Run run, RepositoryName repository) {
        this.run = run;
        this.repository = repository;
        this.tally = run.tally().of(repository);
        this.presence = new Presence(run.client(), repository);
    }

    void remove(Tag tag, Scene scene) {
        try {
            window = new Window(scene.look().begun(), run.now());
            Optional<Manifest> manifest = stillToGo(tag, scene);
            if (manifest.isPresent()) {
                send(tag, manifest);
            } else if (tally.of(tag).digest().isEmpty() && tally.of(tag).outcome() == Outcome.NOT_REACHED) {
                send(tag, Optional.empty());
            }
        } catch (RegistryException e) {
            if (Ending.isOfAll(e)) {
                run.brake().stop(String.valueOf(e.getMessage()));
                return;
            }
            tally.end(
                    tag,
                    e instanceof NotPermittedException ? Outcome.DENIED : Outcome.NOT_REACHED,
                    "it could not be looked at before: " + e.getMessage());
        }
    }

    /** The manifest that stays; empty if there is none, or the tag is not to go any more, which is said then. */
    private Optional<Manifest> stillToGo(Tag tag, Scene scene) {
        Optional<Decision> decision =
                Optional.ofNullable(scene.verdicts().tags().get(tag));
        if (decision.isEmpty()) {
            tally.end(tag, Outcome.ALREADY_GONE, report -> report);
            return Optional.empty();
        }
        if (decision.get().verdict() == Verdict.KEEP) {
            boolean inUse = scene.redrawn().isInUse(tag);
            tally.end(
                    tag,
                    inUse ? Outcome.PROTECTED : Outcome.SKIPPED_CHANGED,
                    decision.get().because());
            return Optional.empty();
        }
        Optional<Digest> planned = tally.of(tag).digest();
        Optional<Manifest> now = presence.manifest(tag);
        if (now.isPresent() && !now.map(Manifest::digest).equals(planned)) {
            tally.end(tag, Outcome.MOVED, "it points to " + now.get().digest().shortForm() + " now");
            return Optional.empty();
        }
        if (now.isEmpty() && planned.isPresent()) {
            tally.end(tag, Outcome.ALREADY_GONE, report -> report);
        }
        return now;
    }

    private void send(Tag tag, Optional<Manifest> manifest) {
        if (!run.brake().takeItem()) {
            return;
        }
        run.tally().deleting(repository, tag);
        run.intents()
                .begin(
                        manifest,
                        entry(JournalEntry.Kind.TAG_INTENT, tag, manifest).build());
        run.lease().require();
        if (cannot.isPresent()) {
            unsupported(tag, manifest, cannot.get());
            return;
        }
        try {
            window.sent(run.now());
            run.client().deleteTag(repository, tag);
            window.answered(run.now());
        } catch (TagDeletionUnsupportedException e) {
            cannot = Optional.of(String.valueOf(e.getMessage()));
            unsupported(tag, manifest, cannot.get());
            return;
        } catch (ManifestVanishedException e) {
            vanished(tag, manifest, e);
            return;
        } catch (RegistryException e) {
            refused(tag, manifest, e);
            return;
        }
        verify(tag, manifest);
    }

    private JournalEntry.Builder entry(JournalEntry.Kind kind, Tag tag, Optional<Manifest> manifest) {
        return run.entry(kind)
                .repository(repository)
                .digest(manifest.map(Manifest::digest))
                .addTags(tag);
    }

    private void verify(Tag tag, Optional<Manifest> manifest) {
        Optional<Digest> now;
        boolean isListed;
        try {
            now = presence.digest(tag);
            isListed = now.isPresent()
                    || manifest.isEmpty()
                            && Tags.listed(run.client(), repository).contains(tag);
        } catch (RegistryException e) {
            if (Ending.isOfAll(e)) {
                run.brake().stop(String.valueOf(e.getMessage()));
            }
            notKnown(tag, "whether it is gone could not be seen: " + e.getMessage());
            return;
        }
        if (now.isPresent() && !now.equals(manifest.map(Manifest::digest))) {
            ended(tag, manifest, Outcome.MOVED, Optional.of("somebody has pushed to it meanwhile"));
        } else if (isListed) {
            ended(
                    tag,
                    manifest,
                    Outcome.FAILED,
                    Optional.of("the registry accepted the deletion and still lists the tag"));
        } else {
            ended(tag, manifest, manifest.isPresent() ? Outcome.UNTAGGED : Outcome.DELETED, Optional.empty());
        }
    }

    /** The intent stays open in the journal, and the next run finds out. */
    private void notKnown(Tag tag, String cause) {
        tally.end(tag, Outcome.FAILED, report -> window.in(report).cause(cause));
    }

    private void unsupported(Tag tag, Optional<Manifest> manifest, String why) {
        if (manifest.isPresent() && run.throwAway().isPresent()) {
            ThrownAway result =
                    run.throwAway().get().untag(repository, tag, manifest.get().digest());
            if (result.outcome() == Outcome.FAILED) {
                notKnown(tag, result.cause().orElse("the throw-away could not be taken away again"));
                return;
            }
            ended(tag, manifest, result.outcome(), result.cause().or(() -> left(result)));
        } else {
            ended(tag, manifest, Outcome.NOT_SUPPORTED, Optional.of(why));
        }
    }

    private static Optional<String> left(ThrownAway result) {
        return Optional.of("by a throw-away that the tag showed for " + Times.text(result.exposure()) + "; "
                + result.blobsLeft() + " small blobs are left until garbage is collected");
    }

    /** The registry took the manifest along: the tag is gone, and the manifest goes back. */
    private void vanished(Tag tag, Optional<Manifest> manifest, RegistryException e) {
        Optional<String> failure = manifest.flatMap(one -> run.putBack(digest -> manifest)
                .restore(repository, one.digest(), List.of())
                .reason());
        String what =
                repository + "@" + manifest.map(one -> one.digest().toString()).orElse("")
                        + " should have stayed, and the registry deleted it with its tag " + tag;
        run.tally()
                .breach(what
                        + failure.map(why -> "; it could not be put back: " + why)
                                .orElse("; it was put back"));
        run.brake().stop(what);
        ended(
                tag,
                manifest,
                failure.isPresent() ? Outcome.FAILED : Outcome.UNTAGGED,
                Optional.of(String.valueOf(e.getMessage())));
    }

    private void refused(Tag tag, Optional<Manifest> manifest, RegistryException e) {
        String message = String.valueOf(e.getMessage());
        if (Ending.isCut(e)) {
            run.brake().stop(message);
            notKnown(tag, "the run ended in the middle of it; the next one finds out what became of it");
            return;
        }
        Ending ending = Ending.of(e);
        if (ending == Ending.UNKNOWN) {
            verify(tag, manifest);
            return;
        }
        if (ending == Ending.OF_RUN) {
            run.brake().stop(message);
        }
        ended(tag, manifest, ending.outcome(), Optional.of(message));
    }

    private void ended(Tag tag, Optional<Manifest> manifest, Outcome outcome, Optional<String> cause) {
        tally.end(tag, outcome, report -> window.in(report).cause(cause));
        run.intents()
                .end(entry(JournalEntry.Kind.TAG_OUTCOME, tag, manifest)
                        .outcome(outcome)
                        .cause(cause)
                        .build());
    }
}
