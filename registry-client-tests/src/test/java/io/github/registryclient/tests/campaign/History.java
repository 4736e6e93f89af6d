package io.github.registryclient.tests.campaign;

import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.sample.UncooperativeRegistryException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;

/**
 * What one repository was made to hold, moment by moment, and what the client was asked to take away. Thread-safe; what changes
 * something holds the lock until it is done, so that nothing is moved to what is being deleted.
 */
final class History {
    private final RepositoryName repository;
    private final Target.Contents before;
    private final Map<Tag, List<Pointed>> tags = new LinkedHashMap<>();
    private final Set<Digest> askedDigests = new LinkedHashSet<>();
    /** With the number of requests that there had been when they were asked for. */
    private final Map<Tag, Integer> askedTags = new LinkedHashMap<>();

    /** The same for each push of such a tag. */
    private final Map<Tag, List<Integer>> contestedPushes = new LinkedHashMap<>();

    private final IntSupplier requests;
    private int now;

    /** {@code requests} is how many there have been; a negative number where that does not tell what came before what. */
    History(RepositoryName repository, Target.Contents before, IntSupplier requests) {
        this.repository = repository;
        this.before = before;
        this.requests = requests;
        before.tags().forEach((tag, digest) -> record(tag, digest));
    }

    RepositoryName repository() {
        return repository;
    }

    Target.Contents before() {
        return before;
    }

    /** A moment that calls begin or end at. */
    synchronized int now() {
        return ++now;
    }

    private void record(Tag tag, Digest digest) {
        tags.computeIfAbsent(tag, first -> new ArrayList<>()).add(new Pointed(++now, digest));
    }

    /**
     * Moves a tag by the back door, unless the manifest is to be taken away; one that is to be taken away itself only where it can be
     * told what the client saw of it.
     */
    synchronized boolean move(Tag tag, Digest digest, Runnable move) {
        boolean contested = askedTags.containsKey(tag);
        int at = requests.getAsInt();
        if (askedDigests.contains(digest) || contested && (at < 0 || hasPointedTo(tag, digest))) {
            return false;
        }
        record(tag, digest); // before it happens, and the other one ends when it has: both are right meanwhile
        try {
            move.run();
        } catch (UncooperativeRegistryException refused) {
            forget(tag); // such as an index whose child is gone
            return false;
        } finally {
            now++;
        }
        if (contested) {
            contestedPushes.computeIfAbsent(tag, first -> new ArrayList<>()).add(at);
        }
        return true;
    }

    /** A look that sees such a push again sees no push. */
    private boolean hasPointedTo(Tag tag, Digest digest) {
        return tags.getOrDefault(tag, List.of()).stream().anyMatch(one -> one.digest.equals(digest));
    }

    /** How many requests there had been at each push of a tag after it was asked for. */
    synchronized List<Integer> contestedPushes(Tag tag) {
        return List.copyOf(contestedPushes.getOrDefault(tag, List.of()));
    }

    /** How many requests there had been when a tag was asked for. */
    synchronized int askedAfter(Tag tag) {
        return askedTags.getOrDefault(tag, 0);
    }

    /** A tag that the client is being asked to delete, or was. */
    synchronized Optional<Tag> contested() {
        return askedTags.keySet().stream().reduce((first, second) -> second);
    }

    private void forget(Tag tag) {
        List<Pointed> all = tags.get(tag);
        all.remove(all.size() - 1);
        if (all.isEmpty()) {
            tags.remove(tag);
        }
    }

    /** The client will be asked to delete this. */
    synchronized void ask(Digest digest) {
        askedDigests.add(digest);
    }

    /** The client will be asked to delete this. */
    synchronized void ask(Tag tag) {
        askedTags.put(tag, requests.getAsInt());
    }

    synchronized Set<Digest> askedDigests() {
        return Set.copyOf(askedDigests);
    }

    synchronized Set<Tag> askedTags() {
        return Set.copyOf(askedTags.keySet());
    }

    /** Where a tag pointed at some moment between the two. */
    synchronized Set<Digest> pointed(Tag tag, int from, int to) {
        Set<Digest> digests = new HashSet<>();
        List<Pointed> all = tags.getOrDefault(tag, List.of());
        for (int i = 0; i < all.size(); i++) {
            int end = i + 1 < all.size() ? all.get(i + 1).since + 1 : Integer.MAX_VALUE;
            if (all.get(i).since <= to && end >= from) {
                digests.add(all.get(i).digest);
            }
        }
        return digests;
    }

    /** Where a tag points at last. */
    synchronized Digest last(Tag tag) {
        List<Pointed> all = tags.get(tag);
        return all.get(all.size() - 1).digest;
    }

    /** Every tag that ever was. */
    synchronized Set<Tag> everTagged() {
        return Set.copyOf(tags.keySet());
    }

    /** The tags that were there before the moment and that nobody has asked to take away, nor what they point to. */
    synchronized Set<Tag> surelyThere(int from) {
        Set<Tag> there = new LinkedHashSet<>();
        tags.forEach((tag, pointed) -> {
            boolean old = pointed.get(0).since < from;
            boolean doomed =
                    askedTags.containsKey(tag) || pointed.stream().anyMatch(one -> askedDigests.contains(one.digest));
            if (old && !doomed) {
                there.add(tag);
            }
        });
        return there;
    }

    private static final class Pointed {
        private final int since;
        private final Digest digest;

        private Pointed(int since, Digest digest) {
            this.since = since;
            this.digest = digest;
        }
    }
}
