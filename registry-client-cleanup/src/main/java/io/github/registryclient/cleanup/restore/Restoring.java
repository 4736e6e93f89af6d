package io.github.registryclient.cleanup.restore;

import io.github.registryclient.cleanup.graph.SubjectTag;
import io.github.registryclient.cleanup.read.Presence;
import io.github.registryclient.error.RegistryException;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Tag;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How one manifest is put back: proofs first, then it, then its tags. Used once. */
final class Restoring {
    private static final int ATTEMPTS = 3;

    private final Manifest manifest;
    private final Presence present;
    private final Putting putting;
    private final Needs needs;
    private final PutLog log;
    private final Restored.Builder result = Restored.builder();
    private final Set<Tag> there = new LinkedHashSet<>();
    private final Set<Digest> announced = new LinkedHashSet<>();
    private Collection<Tag> tags = List.of();
    private Optional<Gone> gone = Optional.empty();
    private Optional<String> merged = Optional.empty();
    private boolean proven;
    private boolean put;

    Restoring(Manifest manifest, Presence present, Putting putting, Needs needs, PutLog log) {
        this.manifest = manifest;
        this.present = present;
        this.putting = putting;
        this.needs = needs;
        this.log = log;
    }

    Restored run(Collection<Tag> wanted) {
        tags = new LinkedHashSet<>(wanted);
        List<String> failures = new ArrayList<>();
        attempt(failures, this::manifestItself);
        if (gone.isEmpty() && failures.isEmpty()) {
            tags.forEach(tag -> attempt(failures, () -> tag(tag)));
        }
        if (gone.isPresent()) {
            return result.status(Restored.Status.IMPOSSIBLE)
                    .reason(gone.get().reason())
                    .gone(gone.get().digest())
                    .build();
        }
        if (failures.isEmpty()) {
            log.isBack(manifest.digest(), there, merged);
            return result.status(put ? Restored.Status.RESTORED : Restored.Status.ALREADY_THERE)
                    .build();
        }
        return result.status(Restored.Status.FAILED).reason(failures.get(0)).build();
    }

    /** One tag that the registry refuses is no reason to leave the others. */
    private void attempt(List<String> failures, Runnable step) {
        if (gone.isEmpty()) {
            try {
                step.run();
            } catch (RegistryException e) {
                failures.add(PutBack.failed(e).reason().orElse(""));
            }
        }
    }

    /** An index whose tag somebody else has by now is not put: its entries go into theirs. */
    private void manifestItself() {
        boolean only = isIndex() && !tags.isEmpty() && tags.stream().allMatch(SubjectTag::isFallback);
        if (present.digest(manifest.digest()).isPresent()
                || only && tags.stream().allMatch(tag -> present.digest(tag).isPresent())) {
            return;
        }
        putManifest();
    }

    private void putManifest() {
        if (prove()) {
            announce();
            needs.order().forEach(this::putNeeded);
            putting.put(manifest);
            put = true;
            result.addManifests(manifest.digest());
        }
    }

    private void putNeeded(Manifest needed) {
        if (present.digest(needed.digest()).isEmpty()) {
            putting.put(needed);
            put = true;
            log.isBack(needed.digest(), List.of());
            result.addManifests(needed.digest());
        }
    }

    private boolean prove() {
        if (!proven) {
            gone = needs.of(manifest);
            proven = true;
        }
        return gone.isEmpty();
    }

    private void announce() {
        List<Digest> needed = needs.order().stream()
                .map(Manifest::digest)
                .filter(announced::add)
                .collect(Collectors.toList());
        if (announced.add(manifest.digest()) || !needed.isEmpty()) {
            log.announce(needed, manifest.digest(), tags);
        }
    }

    /** Somebody may push it or take it away while it is looked at, so often enough it is tried again. */
    private void tag(Tag tag) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Digest> now = present.digest(tag);
            boolean settled =
                    now.isEmpty() ? free(tag) : now.get().equals(manifest.digest()) ? there.add(tag) : occupied(tag);
            if (settled) {
                return;
            }
        }
        result.addTaken(tag);
    }

    private boolean free(Tag tag) {
        if (!prove()) {
            return true;
        }
        announce();
        needs.order().forEach(this::putNeeded);
        Optional<Manifest> back = putting.put(tag, manifest, Optional.empty());
        put |= back.isPresent();
        boolean ours = back.isPresent() && back.get().digest().equals(manifest.digest());
        if (ours) {
            there.add(tag);
            result.addTags(tag);
        }
        return ours;
    }

    private boolean occupied(Tag tag) {
        if (!SubjectTag.isFallback(tag) || !isIndex()) {
            result.addTaken(tag);
            return true;
        }
        FallbackTag fallback = new FallbackTag(present, putting, manifest);
        switch (fallback.add(tag, this::announce)) {
            case ABSENT:
            case RESTLESS:
                return false;
            case TAKEN:
                result.addTaken(tag);
                return true;
            case ADDED:
                put = true;
                result.addTags(tag);
                isListedBy(fallback, tag);
                return true;
            default:
                isListedBy(fallback, tag);
                return true;
        }
    }

    private void isListedBy(FallbackTag fallback, Tag tag) {
        there.add(tag);
        merged = fallback.index().map(index -> "its entries are in " + index + ", which has its tag " + tag);
    }

    private boolean isIndex() {
        return manifest.kind() == Manifest.Kind.INDEX;
    }
}
