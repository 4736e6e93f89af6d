package io.github.registryclient.cleanup.undo;

import io.github.registryclient.cleanup.graph.SubjectTag;
import io.github.registryclient.cleanup.restore.History;
import io.github.registryclient.cleanup.restore.Lost;
import io.github.registryclient.manifest.Descriptor;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Tag;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What of all that is gone was asked for, and what hung on it. */
final class Selecting {
    private final History history;
    private final Superseded superseded;
    private final Map<Lost, Wanted> wanted = new LinkedHashMap<>();
    private final Set<Digest> base = new LinkedHashSet<>();

    private Selecting(History history) {
        this.history = history;
        this.superseded = new Superseded(history);
    }

    /** The runs are those that the selection means; none if it names a repository. */
    static List<Wanted> of(UndoSelection selection, Set<String> runs, History history) {
        Selecting selecting = new Selecting(history);
        history.lost().forEach(lost -> selecting.ask(selection, runs, lost));
        if (selection.tag().isPresent() || selection.digest().isPresent()) {
            selecting.addWhatHungOnIt();
        }
        return new ArrayList<>(selecting.wanted.values());
    }

    private void ask(UndoSelection selection, Set<String> runs, Lost lost) {
        if (selection.repository().isEmpty()) {
            Set<Tag> tags = tagsOf(lost, runs);
            if (!tags.isEmpty() || lost.deletedIn().filter(runs::contains).isPresent()) {
                want(lost, tags);
            }
        } else if (selection.repository().equals(Optional.of(lost.repository()))) {
            boolean other = selection.tag().isPresent()
                            && !lost.tags().containsKey(selection.tag().get())
                    || selection.digest().isPresent()
                            && !selection.digest().get().equals(lost.digest());
            if (!other) {
                want(lost, selection.tag().map(Set::of).orElse(lost.tags().keySet()));
            }
        }
    }

    private static Set<Tag> tagsOf(Lost lost, Set<String> runs) {
        return lost.tags().entrySet().stream()
                .filter(tag -> runs.contains(tag.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void want(Lost lost, Collection<Tag> tags) {
        Wanted one = new Wanted(lost, tags);
        if (lost.deletedIn().isPresent() && lost.tags().isEmpty()) {
            superseded.fallbackTag(lost.digest()).ifPresent(one.tags()::add);
        }
        wanted.put(lost, one);
        addToBase(lost.digest());
    }

    /** What may be signed: it, and all that lies below it. */
    private void addToBase(Digest digest) {
        if (base.add(digest)) {
            history.manifest(digest).map(Manifest::children).orElse(List.of()).stream()
                    .map(Descriptor::digest)
                    .forEach(this::addToBase);
        }
    }

    private void addWhatHungOnIt() {
        Set<Lost> candidates = new LinkedHashSet<>(history.lost());
        Set<String> runs =
                wanted.keySet().stream().flatMap(lost -> runs(lost).stream()).collect(Collectors.toSet());
        boolean more = true;
        while (more) {
            List<Lost> found = candidates.stream()
                    .filter(lost -> !wanted.containsKey(lost) && isInOneOf(runs, lost) && hangs(lost))
                    .collect(Collectors.toList());
            found.forEach(lost -> want(lost, lost.tags().keySet()));
            more = !found.isEmpty();
        }
    }

    private boolean isInOneOf(Set<String> runs, Lost lost) {
        boolean here = wanted.keySet().stream().anyMatch(one -> one.repository().equals(lost.repository()));
        return here && runs(lost).stream().anyMatch(runs::contains);
    }

    private static Set<String> runs(Lost lost) {
        Set<String> runs = new LinkedHashSet<>(lost.tags().values());
        lost.deletedIn().ifPresent(runs::add);
        return runs;
    }

    private boolean hangs(Lost lost) {
        boolean byTag = lost.tags().keySet().stream()
                .anyMatch(tag -> SubjectTag.subject(tag).filter(base::contains).isPresent());
        return byTag
                || history.manifest(lost.digest())
                        .flatMap(Manifest::subject)
                        .filter(subject -> base.contains(subject.digest()))
                        .isPresent()
                || superseded
                        .subject(lost.digest())
                        .filter(subject -> lost.tags().isEmpty() && base.contains(subject))
                        .isPresent();
    }
}
