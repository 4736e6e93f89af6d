package io.github.registryclient.cleanup.plan;

import io.github.registryclient.cleanup.graph.RepositoryGraph;
import io.github.registryclient.cleanup.json.Words;
import io.github.registryclient.cleanup.judge.Decision;
import io.github.registryclient.cleanup.judge.RepositoryJudgement;
import io.github.registryclient.cleanup.policy.Defect;
import io.github.registryclient.cleanup.text.Bytes;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A plan as a table for people: repositories by the bytes that go, then what is held back or could not be read. */
final class PlanTable {
    private static final int SHOWN_TAGS = 4;

    private final Plan plan;
    private final List<String> lines = new ArrayList<>();

    private PlanTable(Plan plan) {
        this.plan = plan;
    }

    static String of(Plan plan) {
        return new PlanTable(plan).text();
    }

    private String text() {
        lines.add(plan.toString());
        plan.header().notes().forEach(note -> lines.add("note: " + note));
        plan.repositories().stream()
                .sorted(Comparator.comparingLong(this::bytes).reversed())
                .forEach(this::add);
        Space space = plan.space();
        lines.add("frees " + space);
        lines.add("of " + Bytes.text(space.reachable()) + " that the API reaches, " + Bytes.text(space.logical())
                + " if nothing were shared");
        lines.add("hash " + plan.hash());
        return String.join("\n", lines) + "\n";
    }

    private long bytes(RepositoryPlan repository) {
        Map<Digest, Long> alone = plan.freedAlone(repository.name());
        return repository.deletions().stream()
                .mapToLong(digest -> alone.getOrDefault(digest, 0L))
                .reduce(0, BlobCount::plus);
    }

    private void add(RepositoryPlan repository) {
        List<String> troubles = repository.verdicts().judgement().facts().troubles();
        if (!troubles.isEmpty()) {
            lines.add(repository.name() + ": kept whole, for not all of it could be read: " + troubles.get(0));
            return;
        }
        repository.heldBack().ifPresent(reason -> lines.add(repository.name() + ": held back, " + reason));
        broken(repository).ifPresent(broken -> lines.add(repository.name() + ": broken, " + broken));
        List<Digest> deletions = repository.verdicts().deletions();
        List<Tag> untags = repository.verdicts().tagDeletions();
        if (deletions.isEmpty() && untags.isEmpty()) {
            return;
        }
        boolean held = repository.heldBack().isPresent();
        String delete = held ? "held" : "delete";
        lines.add(repository.name() + ", which holds "
                + Bytes.text(plan.space().repositoriesAlone().getOrDefault(repository.name(), 0L))
                + " that no other repository needs:");
        Map<Digest, Long> alone = plan.freedAlone(repository.name());
        List<Digest> own = deletions.stream()
                .filter(digest -> hasOwnTags(repository, digest))
                .sorted(Comparator.comparingLong((Digest digest) -> alone.getOrDefault(digest, 0L))
                        .reversed())
                .collect(Collectors.toList());
        own.forEach(digest -> lines.add(row(
                Bytes.text(alone.getOrDefault(digest, 0L)),
                delete,
                tags(repository, digest),
                repository.verdicts().manifests().get(digest))));
        if (!repository.irrevocable().isEmpty()) {
            lines.add(row(
                    "", "", repository.irrevocable().size() + " of these could not be undone; explain says why", null));
        }
        int others = deletions.size() - own.size();
        if (others > 0) {
            lines.add(
                    row("", delete, others + " more that only these need or that hang on them, or without tags", null));
        }
        untags.forEach(tag -> lines.add(row(
                "", held ? "held" : "untag", tag.toString(), repository.of(tag).orElseThrow())));
    }

    /** How many of what kind, as far as it was looked for. */
    private static Optional<String> broken(RepositoryPlan repository) {
        Map<Defect, Integer> counts = new EnumMap<>(Defect.class);
        RepositoryJudgement judgement = repository.verdicts().judgement();
        Stream.concat(judgement.tags().values().stream(), judgement.untagged().values().stream())
                .flatMap(said -> said.defects().stream())
                .forEach(defect -> counts.merge(defect, 1, Integer::sum));
        return counts.isEmpty()
                ? Optional.empty()
                : Optional.of(counts.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + Words.of(entry.getKey()))
                        .collect(Collectors.joining(", ")));
    }

    private static boolean hasOwnTags(RepositoryPlan repository, Digest digest) {
        RepositoryGraph graph = repository.verdicts().graph();
        return graph.tags(digest).stream().anyMatch(tag -> !graph.follows(tag));
    }

    private static String tags(RepositoryPlan repository, Digest digest) {
        List<Tag> tags = repository.verdicts().graph().tags(digest);
        String first = tags.stream().limit(SHOWN_TAGS).map(Tag::toString).collect(Collectors.joining(", "));
        String more = tags.size() > SHOWN_TAGS ? " and " + (tags.size() - SHOWN_TAGS) + " more" : "";
        return tags.isEmpty() ? digest.shortForm() : first + more;
    }

    private static String row(String bytes, String what, String thing, @Nullable Decision decision) {
        return String.format(
                Locale.ROOT,
                "  %10s  %-6s  %s%s",
                bytes,
                what,
                thing,
                decision == null ? "" : ": " + decision.because());
    }
}
