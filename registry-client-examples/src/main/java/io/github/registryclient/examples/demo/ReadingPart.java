package io.github.registryclient.examples.demo;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.error.NotPermittedException;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The part of the job that changes nothing: from the repositories to what would go. */
final class ReadingPart {
    /** Of a repository with very many tags, a table says enough with these. */
    private static final int SHOWN = 40;

    private final Report report;
    private final RegistryClient registry;
    private final Set<RepositoryName> refused = new LinkedHashSet<>();

    ReadingPart(Report report, RegistryClient registry) {
        this.report = report;
        this.registry = registry;
    }

    List<RepositoryName> repositories() {
        report.step("The repositories", "registry.listRepositories()");
        List<RepositoryName> repositories = registry.listRepositories().toList();
        repositories.stream().limit(SHOWN).forEach(name -> report.indented(name.toString()));
        more(repositories.size());
        return repositories;
    }

    List<RepositoryState> tags(List<RepositoryName> repositories) {
        report.step("Their tags and digests", "registry.listTags(name), registry.resolveTags(name, tags)");
        List<RepositoryState> states = new ArrayList<>();
        for (RepositoryName name : repositories) {
            if (!name.equals(repositories.get(0))) {
                report.line("");
            }
            unlessRefused(name, () -> RepositoryState.read(registry, name)).ifPresent(state -> {
                states.add(state);
                show(state);
            });
        }
        return states;
    }

    /** One repository that this account may not read does not stop the others; it is reported and left alone. */
    private <T> Optional<T> unlessRefused(RepositoryName name, Supplier<T> read) {
        try {
            return Optional.of(read.get());
        } catch (NotPermittedException e) {
            refused.add(name);
            report.indented(name + ": left out, because reading it was refused: "
                    + e.response().summary());
            return Optional.empty();
        }
    }

    /** The repositories of which nothing is planned, because reading them was not permitted. */
    Set<RepositoryName> refused() {
        return Collections.unmodifiableSet(refused);
    }

    private void show(RepositoryState state) {
        Map<Tag, Digest> digests = state.tags().digests();
        report.indented(state.name() + ": " + (digests.isEmpty() ? "no tags" : Counts.of(digests.size(), "tag")));
        if (!digests.isEmpty()) {
            Table table = new Table("", "TAG", "DIGEST");
            digests.entrySet().stream()
                    .limit(SHOWN)
                    .forEach(entry -> table.row(
                            "", entry.getKey().toString(), entry.getValue().shortForm()));
            report.table(table);
            more(digests.size());
        }
        state.tags().dangling().forEach(tag -> report.indented("  " + tag + "  is listed, but its manifest is gone"));
    }

    void sharedDigests(List<RepositoryState> states) {
        report.step("Tags that share a digest", "resolved.tagsByDigest()");
        Table table = new Table("REPOSITORY", "DIGEST", "TAGS");
        boolean any = false;
        for (RepositoryState state : states) {
            for (Map.Entry<Digest, List<Tag>> entry :
                    state.tags().tagsByDigest().entrySet()) {
                if (entry.getValue().size() > 1) {
                    any = true;
                    table.row(state.name().toString(), entry.getKey().shortForm(), names(entry.getValue()));
                }
            }
        }
        if (any) {
            report.table(table);
            report.line("");
            report.indented("A registry deletes manifests by digest, and every tag of that digest goes along.");
            report.indented("So a digest may go only if all of its tags may go.");
        } else {
            report.indented("None: here every tag has a digest of its own.");
        }
    }

    List<DeletionPlan> plans(List<RepositoryState> states, BuildsPolicy policy) {
        report.step("What goes, and why", "");
        report.indented("Policy: " + policy + ".");
        Planner planner = new Planner(registry, policy);
        List<DeletionPlan> plans = new ArrayList<>();
        for (RepositoryState state : states) {
            unlessRefused(state.name(), () -> planner.plan(state)).ifPresent(plan -> {
                plans.add(plan);
                show(plan);
            });
        }
        return plans;
    }

    private void show(DeletionPlan plan) {
        RepositoryState state = plan.state();
        List<Map.Entry<Tag, Verdict>> goes = plan.verdicts().entrySet().stream()
                .filter(entry -> entry.getValue().goes())
                .collect(Collectors.toList());
        List<Map.Entry<Tag, Verdict>> stays = plan.verdicts().entrySet().stream()
                .filter(entry -> !entry.getValue().goes())
                .collect(Collectors.toList());
        report.line("");
        report.indented(state.name() + ": " + Counts.of(goes.size(), "tag goes", "tags go") + ", "
                + Counts.of(stays.size(), "stays", "stay"));
        Table table = new Table("", "", "TAG", "DIGEST", "BECAUSE");
        goes.forEach(entry -> row(table, "delete", state, entry));
        plan.deletions().stream()
                .filter(deletion -> deletion.tags().isEmpty())
                .forEach(child -> table.row(
                        "", "delete", "(no tag)", child.manifest().digest().shortForm(), child.reason()));
        plan.spared()
                .forEach(child -> table.row(
                        "", "keep", "(no tag)", child.digest().shortForm(), "in an index that goes, but needed"));
        stays.stream().limit(SHOWN).forEach(entry -> row(table, "keep", state, entry));
        if (!plan.verdicts().isEmpty()) {
            report.table(table);
            more(stays.size());
        }
    }

    private static void row(Table table, String word, RepositoryState state, Map.Entry<Tag, Verdict> entry) {
        Tag tag = entry.getKey();
        String digest = state.digest(tag).shortForm();
        table.row("", word, tag.toString(), digest, entry.getValue().reason());
    }

    private void more(int total) {
        if (total > SHOWN) {
            report.indented("  ... and " + Counts.grouped(total - SHOWN) + " more");
        }
    }

    private static String names(List<Tag> tags) {
        return tags.stream().map(Tag::toString).collect(Collectors.joining(", "));
    }
}
