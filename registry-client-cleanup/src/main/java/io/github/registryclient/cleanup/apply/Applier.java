package io.github.registryclient.cleanup.apply;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.cleanup.journal.Journal;
import io.github.registryclient.cleanup.plan.Plan;
import io.github.registryclient.cleanup.report.Report;

/**
 * Carries out a plan, and changes nothing else. Before the first deletion in a repository all of it is looked at again, before each
 * DELETE its manifest's tags; whatever is no longer as the plan knew it stays. Everything is written into the journal before it is
 * done, so that it can be taken back until garbage is collected. Used once.
 *
 * <pre>{@code
 * Report report = Applier.of(registry, plan, new FolderJournal(Path.of("journal"))).build().apply();
 * System.out.println(report.toTable());
 * }</pre>
 *
 * <p>What no client can do: a DELETE takes the registry time (half a second for 20,000 tags on a disk, minutes on object storage), and
 * a tag that is pushed onto the manifest, or away from it, in that time may be lost with it. {@link
 * io.github.registryclient.cleanup.report.ItemReport#window} says how long that was.
 */
public final class Applier {
    private final RegistryClient client;
    private final Plan plan;
    private final Journal journal;
    private final ApplySettings settings;
    private final Brake brake;

    Applier(RegistryClient client, Plan plan, Journal journal, ApplySettings settings) {
        this.client = client;
        this.plan = plan;
        this.journal = journal;
        this.settings = settings;
        this.brake = new Brake(settings);
    }

    /**
     * Starts an applier.
     *
     * @param client the plan's registry; not closed by the applier
     * @param plan what is to be done
     * @param journal where it is written down
     * @return a builder, with defaults for everything else
     */
    public static ApplierBuilder of(RegistryClient client, Plan plan, Journal journal) {
        return new ApplierBuilder(client, plan, journal);
    }

    /**
     * Carries the plan out. Interrupting the thread ends it as {@link #stop} does, and leaves the thread interrupted.
     *
     * @return what became of everything; also where it was stopped, or something failed
     * @throws ApplyRefusedException if the plan does not fit: another registry or account, too old, deletion off or not allowed
     * @throws io.github.registryclient.cleanup.journal.LeaseHeldException if somebody else is at it
     * @throws io.github.registryclient.cleanup.journal.JournalException if the journal cannot be written, or an earlier run in it is
     *     damaged
     * @throws io.github.registryclient.error.RegistryException if the registry cannot be asked before the first deletion
     */
    public Report apply() {
        return new Applying(client, plan, journal, settings, brake).run();
    }

    /**
     * Ends the run in order, from any thread: what is in hand is finished, or interrupted if that takes more than some seconds;
     * {@link #apply} returns its report.
     *
     * @param why a reason for the report
     */
    public void stop(String why) {
        brake.hurry(why);
    }
}
