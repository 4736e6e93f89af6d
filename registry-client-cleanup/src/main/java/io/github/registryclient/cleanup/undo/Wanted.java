package io.github.registryclient.cleanup.undo;

import io.github.registryclient.cleanup.graph.SubjectTag;
import io.github.registryclient.cleanup.restore.Lost;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** One manifest that is to be put back, and under which tags. */
final class Wanted {
    private final Lost lost;
    private final Set<Tag> tags;

    Wanted(Lost lost, Collection<Tag> tags) {
        this.lost = lost;
        this.tags = new LinkedHashSet<>(tags);
    }

    RepositoryName repository() {
        return lost.repository();
    }

    Digest digest() {
        return lost.digest();
    }

    Set<Tag> tags() {
        return tags;
    }

    /** The runs that removed something of it. */
    Set<String> runs() {
        Set<String> runs = new LinkedHashSet<>(lost.tags().values());
        lost.deletedIn().ifPresent(runs::add);
        return runs;
    }

    boolean isCollected() {
        return lost.isCollected();
    }

    /** Whether it lists what refers to something, and is put back last. */
    boolean isFallback() {
        return !tags.isEmpty() && tags.stream().allMatch(SubjectTag::isFallback);
    }
}
