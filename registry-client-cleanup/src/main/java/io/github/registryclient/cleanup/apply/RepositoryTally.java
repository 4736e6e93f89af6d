package io.github.registryclient.cleanup.apply;

import io.github.registryclient.cleanup.judge.Decision;
import io.github.registryclient.cleanup.plan.RepositoryPlan;
import io.github.registryclient.cleanup.report.ItemReport;
import io.github.registryclient.cleanup.report.Outcome;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Reference;
import io.github.registryclient.name.Tag;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** What became of the items of one repository; each is not reached until something else is said. Thread-safe. */
final class RepositoryTally {
    private final Map<Reference, ItemReport> items = new LinkedHashMap<>();
    private final Map<Digest, Long> bytes;
    private final Clock clock;
    private final Consumer<ItemReport> listener;

    RepositoryTally(RepositoryPlan plan, Map<Digest, Long> bytes, Clock clock, Consumer<ItemReport> listener) {
        this.clock = clock;
        this.bytes = bytes;
        this.listener = listener;
        plan.deletions().forEach(digest -> items.put(digest, manifest(plan, digest)));
        plan.tagDeletions().forEach(tag -> items.put(tag, tag(plan, tag)));
    }

    private static ItemReport manifest(RepositoryPlan plan, Digest digest) {
        return common(plan, Objects.requireNonNull(plan.verdicts().manifests().get(digest)))
                .digest(digest)
                .tags(plan.verdicts().graph().tags(digest))
                .isManifest(true)
                .irrevocable(Optional.ofNullable(plan.irrevocable().get(digest)))
                .build();
    }

    private static ItemReport tag(RepositoryPlan plan, Tag tag) {
        return common(plan, Objects.requireNonNull(plan.verdicts().tags().get(tag)))
                .digest(Optional.ofNullable(
                        plan.verdicts().graph().facts().tags().get(tag)))
                .addTags(tag)
                .isManifest(false)
                .build();
    }

    private static ItemReport.Builder common(RepositoryPlan plan, Decision decision) {
        return ItemReport.builder()
                .repository(plan.name())
                .outcome(Outcome.NOT_REACHED)
                .because(decision.because())
                .bytes(0);
    }

    synchronized List<ItemReport> items() {
        return List.copyOf(items.values());
    }

    /** Whether it is among the manifests that are to go. */
    synchronized boolean isManifest(Digest digest) {
        return items.containsKey(digest);
    }

    synchronized ItemReport of(Reference item) {
        return Objects.requireNonNull(items.get(item), "no such item");
    }

    void end(Reference item, Outcome outcome, String cause) {
        end(item, outcome, report -> report.cause(cause));
    }

    void end(Reference item, Outcome outcome, UnaryOperator<ItemReport.Builder> more) {
        listener.accept(put(item, outcome, more));
    }

    private synchronized ItemReport put(Reference item, Outcome outcome, UnaryOperator<ItemReport.Builder> more) {
        ItemReport before = of(item);
        long freed = before.isManifest() && outcome.isGone()
                ? bytes.getOrDefault(before.digest().orElseThrow(), 0L)
                : 0;
        ItemReport now = more.apply(ItemReport.builder()
                        .from(before)
                        .outcome(outcome)
                        .time(clock.instant())
                        .cause(Optional.empty())
                        .bytes(freed))
                .build();
        items.put(item, now);
        return now;
    }

    void denyAll(String cause) {
        items().forEach(item -> end(
                item.isManifest() ? item.digest().orElseThrow() : item.tags().get(0), Outcome.DENIED, cause));
    }

    /** Those that nothing was said of yet. */
    synchronized void endRest(String cause) {
        items.replaceAll((item, report) ->
                report.outcome() == Outcome.NOT_REACHED && report.cause().isEmpty()
                        ? ItemReport.builder().from(report).cause(cause).build()
                        : report);
    }
}
