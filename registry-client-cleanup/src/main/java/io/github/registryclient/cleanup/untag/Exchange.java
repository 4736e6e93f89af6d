package io.github.registryclient.cleanup.untag;

import io.github.registryclient.DeleteResult;
import io.github.registryclient.RegistryClient;
import io.github.registryclient.cleanup.journal.Lease;
import io.github.registryclient.cleanup.read.Presence;
import io.github.registryclient.cleanup.report.Outcome;
import io.github.registryclient.cleanup.restore.Putting;
import io.github.registryclient.cleanup.restore.RunEnds;
import io.github.registryclient.error.NoResponseException;
import io.github.registryclient.error.RegistryException;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One tag, the throw-away that takes its place, and the original that comes back if anything goes wrong. Used once. */
final class Exchange {
    private final RegistryClient client;
    private final Lease lease;
    private final Clock clock;
    private final ThrowLog log;
    private final RepositoryName repository;
    private final Tag tag;
    private final Digest throwAway;
    private final Digest original;
    private final ThrownAway.Builder result;
    private final Presence present;
    private final Putting putting;

    Exchange(
            RegistryClient client,
            Lease lease,
            Clock clock,
            ThrowLog log,
            RepositoryName repository,
            Tag tag,
            Digest throwAway,
            Digest original,
            ThrownAway.Builder result) {
        this.client = client;
        this.lease = lease;
        this.clock = clock;
        this.log = log;
        this.repository = repository;
        this.tag = tag;
        this.throwAway = throwAway;
        this.original = original;
        this.result = result;
        this.present = new Presence(client, repository);
        this.putting = new Putting(client, lease, repository);
    }

    ThrownAway run(Manifest disposable, Manifest bytes) {
        Instant start = clock.instant();
        try {
            Optional<Manifest> shown = putting.put(tag, disposable, Optional.of(original));
            if (shown.isEmpty() || !shown.get().digest().equals(throwAway)) {
                return present.digest(tag).isPresent()
                        ? settled(Outcome.MOVED, "somebody pushed the tag before it was touched")
                        : settled(Outcome.ALREADY_GONE, "somebody removed the tag before it was touched");
            }
            lease.require();
            DeleteResult deleted = client.deleteManifest(repository, disposable);
            result.exposure(Duration.between(start, clock.instant()));
            return judged(deleted, bytes);
        } catch (RegistryException e) {
            if (RunEnds.isOne(e)) {
                throw e;
            }
            return takenBack(bytes, e);
        }
    }

    private ThrownAway judged(DeleteResult deleted, Manifest bytes) {
        Optional<Digest> now = present.digest(tag);
        if (now.isPresent() && now.get().equals(throwAway)) {
            return takenBack(bytes, "the registry keeps the tag of a deleted manifest", true);
        }
        if (now.isPresent()) {
            return settled(Outcome.MOVED, "somebody pushed the tag meanwhile");
        }
        if (deleted.outcome() == DeleteResult.Outcome.ACCEPTED_PARTIALLY
                && client.listTags(repository).toList().contains(tag)) {
            return takenBack(bytes, "the tag is still listed: " + deleted, true);
        }
        return settled(Outcome.UNTAGGED, originalIsThere(bytes));
    }

    /** Nothing but the tag was to go. */
    private String originalIsThere(Manifest bytes) {
        if (present.digest(original).isPresent()) {
            return "";
        }
        putting.put(bytes);
        return "the original was gone too, and was put back";
    }

    /** What the tag shows then, which is something else if somebody pushed meanwhile. */
    private Optional<Digest> shownAfterPut(Manifest bytes, Optional<Digest> expected) {
        Optional<Manifest> shown = putting.put(tag, bytes, expected);
        return shown.isPresent() ? shown.map(Manifest::digest) : present.digest(tag);
    }

    /** Without an answer, the PUT or the DELETE may still be under way: the entry stays open, to be looked at again. */
    private ThrownAway takenBack(Manifest bytes, RegistryException failure) {
        String why = String.valueOf(failure.getMessage());
        try {
            return takenBack(bytes, why, !(failure instanceof NoResponseException));
        } catch (RegistryException e) {
            if (RunEnds.isOne(e)) {
                throw e;
            }
            return result.outcome(Outcome.FAILED)
                    .cause(why + "; whether the tag shows the original again could not be seen: " + e.getMessage()
                            + "; resume the run")
                    .manifestsLeft(1)
                    .build();
        }
    }

    private ThrownAway takenBack(Manifest bytes, String why, boolean over) {
        Optional<Digest> now = present.digest(tag);
        boolean ours = now.isEmpty() ? isListed() : now.get().equals(throwAway);
        if (ours) {
            now = shownAfterPut(bytes, now);
        }
        if (now.isEmpty()) {
            originalIsThere(bytes);
        }
        boolean isOriginal = now.equals(Optional.of(original));
        String state = isOriginal
                ? "the tag shows the original"
                : now.isPresent() ? "somebody pushed the tag meanwhile" : "the tag is gone";
        boolean left = Disposal.isLeft(client, lease, repository, throwAway);
        if (over) {
            log.isOver(repository, throwAway, List.of(tag), Optional.of(state));
        }
        Outcome outcome = isOriginal ? Outcome.FAILED : now.isPresent() ? Outcome.MOVED : Outcome.UNTAGGED;
        return result.outcome(outcome)
                .cause(why + "; " + state)
                .manifestsLeft(left ? 1 : 0)
                .build();
    }

    private boolean isListed() {
        return client.listTags(repository).toList().contains(tag);
    }

    private ThrownAway settled(Outcome outcome, String cause) {
        boolean left = Disposal.isLeft(client, lease, repository, throwAway);
        if (!left) {
            log.isOver(repository, throwAway, List.of(tag), Optional.of(cause).filter(text -> !text.isEmpty()));
        }
        if (!cause.isEmpty()) {
            result.cause(cause);
        }
        return result.outcome(outcome).manifestsLeft(left ? 1 : 0).build();
    }

    /** After a kill at any step. */
    ThrownAway settle(Supplier<Manifest> bytes) {
        Optional<Digest> now = present.digest(tag);
        if (now.isEmpty() ? isListed() : now.get().equals(throwAway)) {
            now = shownAfterPut(bytes.get(), now);
        }
        if (now.isEmpty()) {
            return settled(Outcome.UNTAGGED, "found by reading");
        }
        return now.get().equals(original)
                ? settled(Outcome.NOT_REACHED, "found by reading: the tag shows the original")
                : settled(Outcome.MOVED, "found by reading: somebody pushed the tag");
    }
}
