package io.github.registryclient.examples.snippets;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.cleanup.Planner;
import io.github.registryclient.cleanup.apply.Applier;
import io.github.registryclient.cleanup.journal.FolderJournal;
import io.github.registryclient.cleanup.journal.Journal;
import io.github.registryclient.cleanup.plan.Plan;
import io.github.registryclient.cleanup.policy.NameFilter;
import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.cleanup.policy.RankOrder;
import io.github.registryclient.cleanup.policy.Rule;
import io.github.registryclient.cleanup.report.Report;
import io.github.registryclient.cleanup.undo.UndoReport;
import io.github.registryclient.cleanup.undo.UndoSelection;
import io.github.registryclient.cleanup.undo.Undoer;
import io.github.registryclient.cleanup.use.InUse;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.nio.file.Path;
import java.time.Duration;

/** Policies, and a plan made from one. */
public final class CleanUp {
    private CleanUp() {}

    /**
     * Makes a plan, and shows it.
     *
     * @param registry the registry
     * @param policy what may go
     * @param running a file of references that run somewhere
     * @param file where the plan is kept
     * @return the plan without one tag
     */
    public static Plan plan(RegistryClient registry, Policy policy, Path running, Path file) {
        RepositoryName web = RepositoryName.of("shop/web");
        Tag build = Tag.of("main-202606200900");
        // region plan
        Plan plan = Planner.of(registry, policy) // or Policy.read(Path.of("policy.json"))
                .inUse(InUse.file(running)) // what runs stays; if it cannot be told, there is no plan
                .verifySizes() // ask for the sizes that manifests only claim
                .build()
                .plan(); // only reads
        System.out.println(plan.toTable()); // what would go, why, and the bytes that it would free
        System.out.println(plan.explain(web, build));

        Plan less = plan.without(web, build); // that tag stays, and what it needs
        less.write(file); // Plan.read(file) gives an equal one, or says that somebody changed it
        // endregion
        return less;
    }

    /**
     * Carries a plan out, shows what became of it, and takes it back.
     *
     * @param registry the registry
     * @param plan the plan
     * @param folder the journal's
     * @return what was taken back
     */
    public static UndoReport apply(RegistryClient registry, Plan plan, Path folder) {
        // region apply
        Journal journal = new FolderJournal(folder); // keep it as you keep backups
        Report report = Applier.of(registry, plan, journal)
                .requireUndo() // leave alone what could not be put back
                .stopAfter(Duration.ofHours(2)) // another run goes on from there
                .build()
                .apply(); // looks again before, and deletes only what is still as the plan knew it
        System.out.println(report.toTable()); // begins with what was lost, if anything was

        UndoReport undone = Undoer.of(registry, journal).build().undo(UndoSelection.lastRun());
        // endregion
        return undone;
    }

    /**
     * The newest 10 per branch; branches without a push for 60 days go; {@code latest} and releases stay.
     *
     * @return the policy P1 of {@code docs/policy.md}
     */
    public static Policy branches() {
        // region p1
        NameFilter builds = NameFilter.builder().include("{branch}-*").build();
        return Policy.builder()
                .addRules(Rule.delete("beyond the newest 10 of a branch")
                        .tags(builds)
                        .group("branch")
                        .beyondNewest(10)
                        .build())
                .addRules(Rule.delete("branches without a push for 60 days")
                        .tags(builds)
                        .group("branch")
                        .groupOlderThan(Duration.ofDays(60))
                        .allowEmpty(true)
                        .maxShare(1)
                        .build())
                .build();
        // endregion
    }

    /**
     * Teams: the newest 20. Sandboxes: the newest 2, and nothing after 30 days. Pull requests: 14 days.
     *
     * @return the policy P2 of {@code docs/policy.md}
     */
    public static Policy teams() {
        // region p2
        NameFilter sandboxes = NameFilter.builder().include("team/sandbox/**").build();
        return Policy.builder()
                .addRules(Rule.delete("team: beyond the newest 20")
                        .repositories(NameFilter.builder()
                                .include("team/**")
                                .exclude("team/sandbox/**")
                                .build())
                        .beyondNewest(20)
                        .build())
                .addRules(Rule.delete("sandbox: beyond the newest 2")
                        .repositories(sandboxes)
                        .beyondNewest(2)
                        .maxShare(1) // of a repository's images, else 0.8
                        .build())
                .addRules(Rule.delete("sandbox: nothing after 30 days")
                        .repositories(sandboxes)
                        .olderThan(Duration.ofDays(30))
                        .allowEmpty(true)
                        .maxShare(1)
                        .build())
                .addRules(Rule.delete("pull requests: 14 days")
                        .repositories(NameFilter.builder().include("team/**").build())
                        .tags(NameFilter.builder().include("pr-*").build())
                        .olderThan(Duration.ofDays(14))
                        .build())
                .build();
        // endregion
    }

    /**
     * All patches of the two newest minors, the newest patch of each older one, CI pre-releases for 30 days.
     *
     * @return the policy P3 of {@code docs/policy.md}
     */
    public static Policy releases() {
        // region p3
        return Policy.builder()
                .defaultProtections(false) // they keep every release
                .addRules(Rule.delete("older minors: beyond the newest patch")
                        .tags(NameFilter.builder()
                                .include("regex:v?(?P<minor>[0-9]+\\.[0-9]+)\\.[0-9]+")
                                .build())
                        .group("minor")
                        .order(RankOrder.VERSION)
                        .beyondNewest(1)
                        .beyondNewestGroups(2)
                        .build())
                .addRules(Rule.delete("CI pre-releases: 30 days")
                        .tags(NameFilter.builder()
                                .include("regex:v?[0-9]+\\.[0-9]+\\.[0-9]+-[0-9]{12,17}")
                                .build())
                        .olderThan(Duration.ofDays(30))
                        .build())
                .build();
        // endregion
    }
}
