package io.github.registryclient.cleanup.undo;

import io.github.registryclient.cleanup.restore.Kept;
import io.github.registryclient.cleanup.restore.PutBack;
import io.github.registryclient.cleanup.restore.Restored;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Tag;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The order: manifests, children before indexes and subjects before what refers to them; then tags, so that whoever pulls by one
 * finds all that belongs to it; the lists of what refers to something last. Not thread-safe.
 */
final class PuttingBack {
    private final PutBack putBack;
    private final Kept kept;
    private final Map<Wanted, UndoItem> items = new LinkedHashMap<>();

    PuttingBack(PutBack putBack, Kept kept) {
        this.putBack = putBack;
        this.kept = kept;
    }

    List<UndoItem> all(List<Wanted> wanted) {
        List<Wanted> sorted = new ArrayList<>(wanted);
        sorted.sort(Comparator.comparingInt(this::rank));
        for (Wanted one : sorted) {
            if (one.isCollected()) {
                items.put(one, collected(one));
            } else if (!one.isFallback()) {
                items.put(one, item(one, restore(one, Set.of())));
            }
        }
        for (Wanted one : sorted) {
            if (items.containsKey(one) && items.get(one).isBack() && !one.tags().isEmpty()) {
                items.put(one, both(items.get(one), item(one, restore(one, one.tags()))));
            }
        }
        for (Wanted one : sorted) {
            if (!items.containsKey(one)) {
                items.put(one, item(one, restore(one, one.tags())));
            }
        }
        return List.copyOf(items.values());
    }

    private int rank(Wanted one) {
        if (one.isFallback()) {
            return 3;
        }
        return kept.manifest(one.digest())
                .map(manifest -> manifest.subject().isPresent() ? 2 : manifest.kind() == Manifest.Kind.INDEX ? 1 : 0)
                .orElse(0);
    }

    private Restored restore(Wanted one, Collection<Tag> tags) {
        return putBack.restore(one.repository(), one.digest(), tags);
    }

    private static UndoItem item(Wanted one, Restored restored) {
        return UndoItem.builder()
                .repository(one.repository())
                .digest(one.digest())
                .status(UndoItem.Status.valueOf(restored.status().name()))
                .addAllTags(restored.tags())
                .addAllTaken(restored.taken())
                .reason(restored.reason())
                .gone(restored.gone())
                .build();
    }

    private static UndoItem both(UndoItem manifest, UndoItem tags) {
        return tags.status() == UndoItem.Status.ALREADY_THERE
                ? UndoItem.builder().from(tags).status(manifest.status()).build()
                : tags;
    }

    private static UndoItem collected(Wanted one) {
        return UndoItem.builder()
                .repository(one.repository())
                .digest(one.digest())
                .status(UndoItem.Status.COLLECTED)
                .reason("garbage was collected since " + one.digest()
                        + " was deleted, and with it went what it needs; push the image again")
                .build();
    }
}
