package io.github.registryclient.cleanup.apply;

import io.github.registryclient.cleanup.read.Presence;
import io.github.registryclient.error.RegistryException;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A DELETE without an answer counts as still running: a gateway gives up after a minute, and the registry scans on. Nothing is written
 * until the manifest and its tags are gone, or nothing has changed for long.
 */
final class Unanswered {
    private static final Duration STEP = Duration.ofSeconds(5);

    private final Run run;
    private final RepositoryName repository;
    private final Presence presence;

    Unanswered(Run run, RepositoryName repository) {
        this.run = run;
        this.repository = repository;
        this.presence = new Presence(run.client(), repository);
    }

    /** What became of it. */
    enum Result {
        /** The manifest is gone; tags that are left are left. */
        GONE,
        /** It is there, and nothing has changed for long. */
        STILL_THERE,
        /** It could not be found out. */
        NOT_KNOWN
    }

    Result await(Digest digest, List<Tag> tags, Duration longest) throws InterruptedException {
        Duration quiet = longest.multipliedBy(2).compareTo(ApplySettings.QUIET) > 0
                ? longest.multipliedBy(2)
                : ApplySettings.QUIET;
        Instant changed = run.now();
        Optional<Set<Object>> before = Optional.empty();
        while (true) {
            Optional<Set<Object>> left = left(digest, tags);
            if (left.isPresent() && left.get().isEmpty()) {
                return Result.GONE;
            }
            if (run.now().isBefore(changed)) {
                changed = run.now(); // the clock was set back
            }
            if (left.isPresent() && !left.equals(before)) {
                before = left;
                changed = run.now();
            } else if (run.since(changed).compareTo(quiet) >= 0) {
                return before.isEmpty() ? Result.NOT_KNOWN : result(before.get(), digest);
            }
            if (run.brake().reason().isPresent()) {
                return Result.NOT_KNOWN;
            }
            run.pause(STEP);
        }
    }

    private static Result result(Set<Object> left, Digest digest) {
        return left.contains(digest) ? Result.STILL_THERE : Result.GONE;
    }

    /** What is still there of it; empty if the registry cannot say. */
    private Optional<Set<Object>> left(Digest digest, List<Tag> tags) {
        Set<Object> left = new LinkedHashSet<>();
        try {
            if (!presence.isGone(digest)) {
                left.add(digest);
            }
            if (!tags.isEmpty()) {
                Set<Tag> listed = new LinkedHashSet<>(listed());
                for (Tag tag : tags) {
                    if (listed.contains(tag)
                            && presence.digest(tag).orElse(digest).equals(digest)) {
                        left.add(tag);
                    }
                }
            }
        } catch (RegistryException notNow) {
            if (Ending.isCut(notNow)) {
                run.brake().stop(String.valueOf(notNow.getMessage()));
            }
            return Optional.empty();
        }
        return Optional.of(left);
    }

    private List<Tag> listed() {
        return Tags.listed(run.client(), repository);
    }
}
