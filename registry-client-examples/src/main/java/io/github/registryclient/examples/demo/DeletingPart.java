package io.github.registryclient.examples.demo;

import io.github.registryclient.DeleteResult;
import io.github.registryclient.RegistryClient;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Deletes what was planned, and looks whether the rest is as it was. */
final class DeletingPart {
    private final Report report;
    private final RegistryClient registry;

    DeletingPart(Report report, RegistryClient registry) {
        this.report = report;
        this.registry = registry;
    }

    /** Returns whether everything went as planned. */
    boolean delete(List<DeletionPlan> plans) {
        report.step("Deleting", "registry.deleteManifest(name, digest)");
        boolean asPlanned = true;
        for (DeletionPlan plan : plans) {
            if (!plan.deletions().isEmpty()) {
                asPlanned &= delete(plan);
            }
        }
        return asPlanned;
    }

    private boolean delete(DeletionPlan plan) {
        RepositoryName name = plan.state().name();
        if (!plan.state().isStill(RepositoryState.read(registry, name))) {
            report.indented(name + ": its tags have changed since they were read; nothing is deleted here");
            return false;
        }
        for (PlannedDeletion deletion : plan.deletions()) {
            Digest digest = deletion.manifest().digest();
            DeleteResult result = registry.deleteManifest(name, digest);
            // One line each, at once: if the next one fails, this one is known to be gone.
            report.indented(
                    String.format("%-10s  %s@%s  %s", result, name, digest.shortForm(), deletion.description()));
        }
        return isAsPlanned(plan, RepositoryState.read(registry, name).tags().digests());
    }

    private boolean isAsPlanned(DeletionPlan plan, Map<Tag, Digest> now) {
        Map<Tag, Digest> expected = plan.expectedTags();
        if (now.equals(expected)) {
            report.indented(String.format(
                    "%-10s  %s: %s as before",
                    "as planned", plan.state().name(), Counts.of(now.size(), "other tag is", "other tags are")));
            return true;
        }
        report.indented(plan.state().name() + ": the tags are not what was planned");
        report.indented("  expected " + new TreeMap<>(expected));
        report.indented("  found    " + new TreeMap<>(now));
        return false;
    }
}
