package io.github.registryclient.benchmarks.plan;

import io.github.registryclient.benchmarks.report.HeapPeak;
import io.github.registryclient.cleanup.Planner;
import io.github.registryclient.cleanup.plan.Plan;
import io.github.registryclient.cleanup.policy.NameFilter;
import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.cleanup.policy.Rule;
import io.github.registryclient.cleanup.store.FolderCache;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.http.event.ClientListener;
import io.github.registryclient.http.event.RequestOutcome;
import io.github.registryclient.name.RepositoryName;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The JVM that makes plans of one repository: cold, warm, and once more, as a night's run would. */
final class PlanMaker {
    private static final long CACHE_BYTES = 1L << 30;

    private PlanMaker() {}

    /** With where the registry is, how many tags, and a folder for the cache; prints a line for each plan. */
    public static void main(String[] args) {
        int tags = Integer.parseInt(args[1]);
        AtomicLong requests = new AtomicLong();
        HeapPeak peak = HeapPeak.watch();
        ClientListener counting = new ClientListener() {
            @Override
            public void requestFinished(RequestOutcome outcome) {
                requests.incrementAndGet();
            }
        };
        try (HttpRegistryClient client =
                HttpRegistryClient.builder(args[0]).listener(counting).build()) {
            FolderCache cache = new FolderCache(Path.of(args[2]), CACHE_BYTES);
            for (String heat : List.of("cold", "warm")) {
                requests.set(0);
                long start = System.nanoTime();
                Plan plan = Planner.of(client, olderHalf(tags))
                        .repositories(List.of(RepositoryName.of(CiRegistry.repository(tags))))
                        .cache(cache)
                        .build()
                        .plan();
                double seconds = (System.nanoTime() - start) / 1e9;
                int known = plan.repositories().get(0).verdicts().tags().size();
                if (known != tags) {
                    throw new IllegalStateException("planned for " + known + " tags: " + plan.toTable());
                }
                System.out.println(heat + " " + seconds + " " + requests.get() + " " + peak.mebibytes());
            }
        }
    }

    private static Policy olderHalf(int tags) {
        return Policy.builder()
                .defaultProtections(false)
                .addRules(Rule.delete("beyond the newer half")
                        .tags(NameFilter.builder().include("**").build())
                        .beyondNewest(tags / 2)
                        .build())
                .build();
    }
}
