package io.github.registryclient.cleanup.apply;

import io.github.registryclient.cleanup.journal.JournalEntry;
import io.github.registryclient.cleanup.read.Presence;
import io.github.registryclient.cleanup.report.Outcome;
import io.github.registryclient.cleanup.restore.PutBack;
import io.github.registryclient.cleanup.restore.Restored;
import io.github.registryclient.error.ManifestVanishedException;
import io.github.registryclient.error.RegistryException;
import io.github.registryclient.error.TagDeletionUnsupportedException;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Tags that are still listed after their manifest was deleted: they dangle (distribution 3 with errors in its answer), or show a
 * manifest that is not there (go-containerregistry's registry). They are deleted as tags where that works, else by putting the
 * manifest back and deleting it once more. For one thread.
 */
final class LeftTags {
    private final Run run;
    private final RepositoryName repository;
    private final Presence presence;

    LeftTags(Run run, RepositoryName repository) {
        this.run = run;
        this.repository = repository;
        this.presence = new Presence(run.client(), repository);
    }

    /** Why it is still there; empty if it is gone, or somebody else's now. */
    Optional<String> remove(Tag tag, Digest digest, PutBack putBack) {
        if (isTaken(tag, digest)) {
            return Optional.empty();
        }
        run.lease().require();
        try {
            run.client().deleteTag(repository, tag);
        } catch (TagDeletionUnsupportedException e) {
            return deleteAgain(tag, digest, putBack);
        } catch (ManifestVanishedException wasGoneBefore) {
            // that is what it is here for
        } catch (RegistryException e) {
            if (Ending.isOfAll(e)) {
                throw e;
            }
            return Optional.of(String.valueOf(e.getMessage()));
        }
        return outcome(tag, digest);
    }

    /** Theirs stays: another manifest, or the same that somebody has pushed again. */
    private boolean isTaken(Tag tag, Digest digest) {
        Optional<Digest> now = presence.digest(tag);
        return now.isPresent() && (!now.get().equals(digest) || !presence.isGone(digest));
    }

    private Optional<String> deleteAgain(Tag tag, Digest digest, PutBack putBack) {
        if (presence.digest(tag).isPresent()) {
            return Optional.of("the registry shows it and cannot delete tags");
        }
        Restored back = putBack.restore(repository, digest, List.of(tag));
        if (back.status() != Restored.Status.RESTORED) {
            return Optional.of("it dangles, and its manifest could not be put back to delete both: "
                    + back.reason().orElse(back.status().toString()));
        }
        if (!presence.digest(tag).equals(Optional.of(digest))) {
            return Optional.empty();
        }
        List<Digest> parentsFirst = new ArrayList<>(back.manifests());
        Collections.reverse(parentsFirst);
        for (Digest one : parentsFirst) {
            Optional<String> failure = delete(one, one.equals(digest) ? List.of(tag) : List.of());
            if (failure.isPresent()) {
                return failure;
            }
        }
        return outcome(tag, digest);
    }

    /** What was put back for that has to be written down once more, or nobody could take it back. */
    private Optional<String> delete(Digest digest, List<Tag> tags) {
        try {
            Manifest manifest = run.client().getManifest(repository, digest);
            run.intents()
                    .begin(
                            Optional.of(manifest),
                            entry(JournalEntry.Kind.INTENT, digest, tags).build());
            run.lease().require();
            run.client().deleteManifest(repository, manifest);
            boolean isGone = presence.isGone(digest);
            run.intents()
                    .end(entry(JournalEntry.Kind.OUTCOME, digest, tags)
                            .outcome(isGone ? Outcome.DELETED : Outcome.FAILED)
                            .build());
            return isGone
                    ? Optional.empty()
                    : Optional.of("its manifest was put back to delete both, and is still there");
        } catch (RegistryException e) {
            if (Ending.isOfAll(e)) {
                run.brake().stop(String.valueOf(e.getMessage()));
            }
            return Optional.of("its manifest was put back to delete both, and then: " + e.getMessage());
        }
    }

    private JournalEntry.Builder entry(JournalEntry.Kind kind, Digest digest, List<Tag> tags) {
        return run.entry(kind).repository(repository).digest(digest).tags(tags);
    }

    private Optional<String> outcome(Tag tag, Digest digest) {
        boolean left = Tags.listed(run.client(), repository).contains(tag) && !isTaken(tag, digest);
        return left ? Optional.of("it is still listed") : Optional.empty();
    }
}
