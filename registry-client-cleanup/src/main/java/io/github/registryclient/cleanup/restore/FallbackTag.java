package io.github.registryclient.cleanup.restore;

import io.github.registryclient.cleanup.read.Presence;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Tag;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A tag under which somebody lists by now what else refers to the subject: our entries are added to theirs (H11), those of them
 * whose manifests are there. Where theirs says nothing that ours does not, ours comes back byte for byte.
 */
final class FallbackTag {
    private static final int ATTEMPTS = 5;

    /** What became of the tag. */
    enum End {
        /** It is free by now. */
        ABSENT,
        /** Theirs has all of our entries. */
        THERE,
        /** Theirs has them now. */
        ADDED,
        /** What is there lists nothing. */
        TAKEN,
        /** Others pushed each time. */
        RESTLESS
    }

    private final Presence present;
    private final Putting putting;
    private final Manifest ours;
    private final Map<Digest, Boolean> there = new LinkedHashMap<>();
    private Optional<Digest> index = Optional.empty();

    FallbackTag(Presence present, Putting putting, Manifest ours) {
        this.present = present;
        this.putting = putting;
        this.ours = ours;
    }

    /** The index that lists our entries now, if it is another than ours. */
    Optional<Digest> index() {
        return index;
    }

    /** Somebody may push there at the same time, so it is looked at again after each time. */
    End add(Tag tag, Runnable announce) {
        boolean put = false;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Manifest> theirs = present.manifest(tag);
            if (theirs.isEmpty()) {
                return End.ABSENT;
            }
            if (theirs.get().kind() != Manifest.Kind.INDEX) {
                return End.TAKEN;
            }
            Manifest wanted = merged(theirs.get());
            index = Optional.of(wanted.digest()).filter(digest -> !digest.equals(ours.digest()));
            if (wanted.digest().equals(theirs.get().digest())) {
                return put ? End.ADDED : End.THERE;
            }
            announce.run();
            put |= putting.put(tag, wanted, theirs.map(Manifest::digest)).isPresent();
        }
        return End.RESTLESS;
    }

    private Manifest merged(Manifest theirs) {
        Set<Digest> listed = FallbackEntries.of(theirs);
        Set<Digest> own = FallbackEntries.of(ours);
        if (listed.containsAll(own)) {
            return theirs;
        }
        boolean whole = own.stream().allMatch(entry -> listed.contains(entry) || isThere(entry));
        return whole && own.containsAll(listed)
                ? ours
                : FallbackEntries.added(theirs, ours, entry -> !listed.contains(entry) && isThere(entry));
    }

    private boolean isThere(Digest manifest) {
        return there.computeIfAbsent(manifest, first -> present.digest(manifest).isPresent());
    }
}
