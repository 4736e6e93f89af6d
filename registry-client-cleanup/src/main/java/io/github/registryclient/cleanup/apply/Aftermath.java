package io.github.registryclient.cleanup.apply;

import io.github.registryclient.Capabilities;
import io.github.registryclient.cleanup.graph.ChildFacts;
import io.github.registryclient.cleanup.journal.JournalEntry;
import io.github.registryclient.cleanup.read.Presence;
import io.github.registryclient.cleanup.report.Outcome;
import io.github.registryclient.cleanup.restore.PutBack;
import io.github.registryclient.cleanup.restore.Restored;
import io.github.registryclient.error.RegistryException;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares two looks with what was deleted between them: tags of deleted manifests that are left, and tags that stay and are not
 * there any more. What our DELETE alone explains is put back; everything else is only told, for others work here too. For one thread.
 */
final class Aftermath {
    private final Run run;
    private final RepositoryName repository;
    private final ProvenGone gone;
    private final Capabilities.Support tagDeletion;
    private final Presence presence;
    private final LeftTags leftTags;
    private boolean changed;

    Aftermath(Run run, RepositoryName repository, ProvenGone gone, Capabilities.Support tagDeletion) {
        this.run = run;
        this.repository = repository;
        this.gone = gone;
        this.tagDeletion = tagDeletion;
        this.presence = new Presence(run.client(), repository);
        this.leftTags = new LeftTags(run, repository);
    }

    /** Compares, and says whether it changed anything itself, so that the later look is no longer true. */
    boolean hasChanged(Look before, Look after) {
        changed = false;
        Map<Digest, Manifest> deleted = gone.sinceLook();
        PutBack putBack = run.putBack(digest -> Optional.ofNullable(deleted.get(digest)));
        deleted.forEach((digest, manifest) -> left(manifest, after, putBack));
        before.facts().tags().forEach((tag, digest) -> {
            if (deleted.containsKey(digest)) {
                return;
            }
            Optional<Digest> now = after.digest(tag);
            if (now.isEmpty()) {
                vanished(tag, digest, deleted, putBack);
            } else if (!now.get().equals(digest)) {
                note(tag, "was moved by somebody else meanwhile");
            }
        });
        neededAgain(before, after);
        gone.looked();
        return changed;
    }

    /** What this run deleted and an index needs that somebody has pushed over it since the look before. */
    private void neededAgain(Look before, Look after) {
        Set<Digest> needed = new LinkedHashSet<>();
        after.facts().manifests().forEach((digest, manifest) -> {
            if (!before.facts().manifests().containsKey(digest)) {
                manifest.children().stream()
                        .map(ChildFacts::digest)
                        .filter(gone.deleted()::contains)
                        .forEach(needed::add);
            }
        });
        for (Digest digest : needed) {
            changed = true;
            Restored back = run.putBack(run.kept()).restore(repository, digest, List.of());
            boolean isBack =
                    back.status() == Restored.Status.RESTORED || back.status() == Restored.Status.ALREADY_THERE;
            String what = "an index that was pushed while it was being deleted needs it";
            if (isBack) {
                gone.isBack(digest);
                run.tally().of(repository).end(digest, Outcome.SKIPPED_CHANGED, "put back, for " + what);
            } else {
                run.tally()
                        .breach(repository + "@" + digest + ": " + what + ", and it could not be put back: "
                                + back.reason().orElse(back.status().toString()));
            }
        }
    }

    private void left(Manifest manifest, Look after, PutBack putBack) {
        Digest digest = manifest.digest();
        for (Tag tag : gone.tags(digest)) {
            Optional<Digest> now = after.digest(tag);
            if (now.isPresent() && (!now.get().equals(digest) || !presence.isGone(digest))) {
                note(tag, "was pushed by somebody else meanwhile");
            } else if (after.lists(tag)) {
                changed = true;
                leftTags.remove(tag, digest, putBack).ifPresent(why -> failed(digest, tag, why));
            }
        }
    }

    private void failed(Digest digest, Tag tag, String why) {
        String cause = "the manifest is gone, but its tag " + tag + " is not: " + why;
        run.tally().of(repository).end(digest, Outcome.FAILED, cause);
        run.log()
                .write(run.entry(JournalEntry.Kind.OUTCOME)
                        .repository(repository)
                        .digest(digest)
                        .addTags(tag)
                        .outcome(Outcome.DELETED)
                        .cause(cause)
                        .build());
    }

    /** A tag that was to stay is not listed any more, or points to nothing. */
    private void vanished(Tag tag, Digest last, Map<Digest, Manifest> deleted, PutBack putBack) {
        try {
            if (presence.isGone(last)) {
                note(
                        tag,
                        "is gone, and so is " + last.shortForm()
                                + ", which this run did not delete: somebody else did");
            } else if (deleted.isEmpty()) {
                note(tag, "was deleted by somebody else");
            } else if (tagDeletion != Capabilities.Support.NO) {
                note(
                        tag,
                        "is gone while " + last.shortForm()
                                + " is there: somebody else deleted the tag, or moved it onto"
                                + " something that was just being deleted; nothing was done about it");
            } else if (deleted.size() > 1) {
                note(
                        tag,
                        "is gone while " + last.shortForm() + " is there: it was moved onto one of the "
                                + deleted.size()
                                + " manifests that were just being deleted, and it cannot be told onto which; nothing was done about"
                                + " it");
            } else {
                restore(tag, deleted.keySet().iterator().next(), putBack);
            }
        } catch (RegistryException e) {
            if (Ending.isOfAll(e)) {
                throw e;
            }
            note(tag, "is gone, and why could not be found out: " + e.getMessage());
        }
    }

    private void restore(Tag tag, Digest digest, PutBack putBack) {
        changed = true;
        Restored back = putBack.restore(repository, digest, List.of(tag));
        note(
                tag,
                "was moved onto " + digest.shortForm() + " while that was being deleted, and went with it; "
                        + (back.status() == Restored.Status.RESTORED
                                ? "both were put back"
                                : "it could not be put back: "
                                        + back.reason().orElse(back.status().toString())));
        if (back.status() == Restored.Status.RESTORED) {
            run.tally()
                    .of(repository)
                    .end(
                            digest,
                            Outcome.SKIPPED_CHANGED,
                            "put back, for the tag " + tag + " was moved onto it meanwhile");
        }
    }

    private void note(Tag tag, String what) {
        run.tally().note(repository + ":" + tag + " " + what);
    }
}
