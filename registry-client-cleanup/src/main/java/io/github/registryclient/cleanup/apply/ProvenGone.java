package io.github.registryclient.cleanup.apply;

import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Tag;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a run has proven gone in one repository, and what it deleted itself since the last look. For one thread. */
final class ProvenGone {
    private final Map<Digest, List<Tag>> tags = new LinkedHashMap<>();
    private final Set<Digest> ours = new LinkedHashSet<>();
    private final Map<Digest, Manifest> sinceLook = new LinkedHashMap<>();

    /** Nobody knows when, or by whom. */
    void found(Digest digest) {
        tags.putIfAbsent(digest, List.of());
    }

    void deleted(Manifest manifest, List<Tag> itsTags) {
        tags.put(manifest.digest(), itsTags);
        ours.add(manifest.digest());
        sinceLook.put(manifest.digest(), manifest);
    }

    boolean contains(Digest digest) {
        return tags.containsKey(digest);
    }

    /** It was put back. */
    void isBack(Digest digest) {
        tags.remove(digest);
        ours.remove(digest);
        sinceLook.remove(digest);
    }

    /** What this run deleted, in that order. */
    Set<Digest> deleted() {
        return Set.copyOf(ours);
    }

    /** The same, the last one first. */
    List<Digest> lastFirst() {
        List<Digest> all = new ArrayList<>(ours);
        Collections.reverse(all);
        return all;
    }

    /** The tags that it had. */
    List<Tag> tags(Digest digest) {
        return tags.getOrDefault(digest, List.of());
    }

    /** What this run deleted since the last look. */
    Map<Digest, Manifest> sinceLook() {
        return new LinkedHashMap<>(sinceLook);
    }

    void looked() {
        sinceLook.clear();
    }
}
