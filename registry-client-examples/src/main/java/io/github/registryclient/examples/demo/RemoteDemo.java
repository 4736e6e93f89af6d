package io.github.registryclient.examples.demo;

import io.github.registryclient.Capabilities;
import io.github.registryclient.RegistryClient;
import io.github.registryclient.name.RepositoryName;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The job on a registry of the user's: read, and only if asked for, delete. */
public final class RemoteDemo {
    private final Report report;
    private final BuildsPolicy policy;
    private final RegistryClient registry;
    private final List<RepositoryName> only;

    /**
     * A demo.
     *
     * @param report gets the account
     * @param policy says what goes
     * @param registry the registry
     * @param only the repositories to look at; empty for all
     */
    public RemoteDemo(Report report, BuildsPolicy policy, RegistryClient registry, List<RepositoryName> only) {
        this.report = report;
        this.policy = policy;
        this.registry = registry;
        this.only = List.copyOf(only);
    }

    /**
     * Reads, and tells what would go. Nothing is deleted.
     *
     * @return whether every repository could be read
     */
    public boolean read() {
        ReadingPart reading = new ReadingPart(report, registry);
        List<DeletionPlan> plans = plan(reading);
        report.line("");
        report.line("Nothing was deleted. " + summary(plans) + " would go.");
        if (manifests(plans) > 0) {
            report.line("With --delete they are deleted.");
        }
        return isWhole(reading);
    }

    /**
     * Reads everything, asks, and deletes.
     *
     * @param confirmation asked with what goes
     * @return whether every repository could be read and everything went as planned
     */
    public boolean readAndDelete(Predicate<String> confirmation) {
        ReadingPart reading = new ReadingPart(report, registry);
        boolean asPlanned = delete(plan(reading), confirmation);
        return isWhole(reading) && asPlanned;
    }

    private boolean delete(List<DeletionPlan> plans, Predicate<String> confirmation) {
        report.line("");
        if (manifests(plans) == 0) {
            report.line("Nothing goes, so nothing was deleted.");
            return true;
        }
        if (!canDelete(plans)) {
            return false;
        }
        if (!confirmation.test("Delete " + summary(plans) + "?")) {
            report.line("Nothing was deleted.");
            return true;
        }
        boolean asPlanned = new DeletingPart(report, registry).delete(plans);
        report.line("");
        report.line("The space comes back when the registry collects its garbage, which its operator starts:");
        report.line("  registry garbage-collect /etc/docker/registry/config.yml   (distribution; others differ)");
        report.line("Nothing may be pushed meanwhile: stop the registry or make it read-only before.");
        return asPlanned;
    }

    /** The last lines are what is remembered, so they tell what was left out. */
    private boolean isWhole(ReadingPart reading) {
        Set<RepositoryName> refused = reading.refused();
        if (!refused.isEmpty()) {
            report.line("");
            report.line("Left out, because this account may not read it all: "
                    + Counts.of(refused.size(), "repository", "repositories") + ".");
            refused.forEach(name -> report.indented(name.toString()));
        }
        return refused.isEmpty();
    }

    private List<DeletionPlan> plan(ReadingPart reading) {
        report.line("The " + registry);
        List<RepositoryName> repositories = only.isEmpty() ? reading.repositories() : only;
        List<RepositoryState> states = reading.tags(repositories);
        reading.sharedDigests(states);
        return reading.plans(states, policy);
    }

    /** Asked before anything goes, so that a registry that does not delete is known before the question. */
    private boolean canDelete(List<DeletionPlan> plans) {
        RepositoryName concerned = plans.stream()
                .filter(plan -> !plan.deletions().isEmpty())
                .findFirst()
                .orElseThrow()
                .state()
                .name();
        Capabilities.Deletion deletion = registry.probeCapabilities(concerned).deletion();
        switch (deletion) {
            case OFF:
                report.line(
                        "Nothing was deleted: this registry has deletion switched off. Its operator switches it on by");
                report.line("storage.delete.enabled: true (or REGISTRY_STORAGE_DELETE_ENABLED=true) and a restart.");
                return false;
            case READ_ONLY:
                report.line("Nothing was deleted: this registry is read-only just now.");
                return false;
            case NOT_PERMITTED:
                report.line("Nothing was deleted: this account may not delete in " + concerned + ".");
                return false;
            default:
                return true;
        }
    }

    private static int manifests(List<DeletionPlan> plans) {
        return plans.stream().mapToInt(plan -> plan.deletions().size()).sum();
    }

    private static String summary(List<DeletionPlan> plans) {
        int tags = plans.stream().mapToInt(DeletionPlan::tagCount).sum();
        return Counts.of(manifests(plans), "manifest") + " with " + Counts.of(tags, "tag");
    }
}
