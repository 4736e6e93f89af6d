package io.github.registryclient.cleanup.apply;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.cleanup.journal.Journal;
import io.github.registryclient.cleanup.plan.Plan;
import io.github.registryclient.cleanup.report.Traffic;
import io.github.registryclient.cleanup.use.InUse;
import io.github.registryclient.error.InvalidInputException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** Builds an {@link Applier}. Not thread-safe. */
public final class ApplierBuilder {
    private final RegistryClient client;
    private final Plan plan;
    private final Journal journal;
    private final ImmutableApplySettings.Builder settings = ImmutableApplySettings.builder();

    ApplierBuilder(RegistryClient client, Plan plan, Journal journal) {
        this.client = client;
        this.plan = plan;
        this.journal = journal;
    }

    /**
     * How old the plan may be. If unset, 24 hours.
     *
     * @param age more than zero
     * @return this
     */
    public ApplierBuilder oldestPlan(Duration age) {
        settings.oldestPlan(positive(age));
        return this;
    }

    /**
     * Deletes only what can be put back: refused where the account may not push, and what is known not to be taken again stays.
     *
     * @return this
     */
    public ApplierBuilder requireUndo() {
        settings.requiresUndo(true);
        return this;
    }

    /**
     * Leaves alone what is in use, asked again before each look. May be called several times; all sources count.
     *
     * @param source tells what runs
     * @return this
     */
    public ApplierBuilder inUse(InUse source) {
        settings.addInUse(source);
        return this;
    }

    /**
     * How many repositories are worked on at a time, 2 if unset. In each it is one deletion at a time.
     *
     * @param count from 1 on
     * @return this
     */
    public ApplierBuilder repositoriesAtOnce(int count) {
        settings.repositoriesAtOnce(positive(count));
        return this;
    }

    /**
     * How old a look at a repository may become before it is looked at again. If unset, the longer of a minute and ten times what the
     * look took.
     *
     * @param age zero for a look before each deletion
     * @return this
     */
    public ApplierBuilder lookLimit(Duration age) {
        settings.lookLimit(age.isNegative() ? positive(age) : age);
        return this;
    }

    /**
     * After a DELETE that took longer, the rest of its repository is left for another run. If unset, two seconds.
     *
     * @param time more than zero
     * @return this
     */
    public ApplierBuilder slowDeletion(Duration time) {
        settings.slowDeletion(positive(time));
        return this;
    }

    /**
     * Goes on also where the registry takes long for a DELETE, and what is pushed meanwhile may be lost unseen.
     *
     * @return this
     */
    public ApplierBuilder acceptSlowDeletions() {
        settings.acceptsSlow(true);
        return this;
    }

    /**
     * Removes a tag whose manifest stays also where the registry can only delete manifests (distribution 2.8): something that nobody
     * else has is pushed under the tag and deleted, which takes the tag along. For as long as the registry takes for that, whoever
     * pulls the tag gets an empty image; where it takes longer than two seconds, it is not tried.
     *
     * @return this
     */
    public ApplierBuilder untagByThrowAway() {
        settings.throwsAway(true);
        return this;
    }

    /**
     * Ends after a time, between two items.
     *
     * @param time more than zero
     * @return this
     */
    public ApplierBuilder stopAfter(Duration time) {
        settings.stopAfter(positive(time));
        return this;
    }

    /**
     * Ends at a time, between two items.
     *
     * @param time by the clock
     * @return this
     */
    public ApplierBuilder until(Instant time) {
        settings.until(time);
        return this;
    }

    /**
     * Ends after so many items.
     *
     * @param count from 1 on
     * @return this
     */
    public ApplierBuilder atMost(int count) {
        settings.mostItems(positive(count));
        return this;
    }

    /**
     * Forgets older runs at the end, but none of which something may still have to be put back. If unset, nothing is forgotten.
     *
     * @param age more than zero
     * @return this
     */
    public ApplierBuilder keepJournal(Duration age) {
        settings.keepsJournal(positive(age));
        return this;
    }

    /**
     * Tells somebody how far it is.
     *
     * @param progress told of everything that happens
     * @return this
     */
    public ApplierBuilder progress(ApplyProgress progress) {
        settings.progress(progress);
        return this;
    }

    /**
     * Has the report tell what was asked of the registry.
     *
     * @param counter what counts, such as a listener of the client; asked at the end
     * @return this
     */
    public ApplierBuilder traffic(Supplier<Traffic> counter) {
        settings.traffic(counter);
        return this;
    }

    /**
     * The clock, this machine's if unset.
     *
     * @param clock the clock
     * @return this
     */
    public ApplierBuilder clock(Clock clock) {
        settings.clock(clock);
        return this;
    }

    /**
     * How the run waits for a registry that did not answer a DELETE. If unset, it does.
     *
     * @param pause waits
     * @return this
     */
    public ApplierBuilder pause(Pause pause) {
        settings.pause(pause);
        return this;
    }

    private static Duration positive(Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new InvalidInputException("expected more than no time, not " + time);
        }
        return time;
    }

    private static int positive(int count) {
        if (count < 1) {
            throw new InvalidInputException("expected a number from 1 on, not " + count);
        }
        return count;
    }

    /**
     * Builds it. Nothing is sent yet.
     *
     * @return an applier, for one run
     */
    public Applier build() {
        return new Applier(client, plan, journal, settings.build());
    }
}
