package io.github.registryclient.tests.campaign;

import io.github.registryclient.testkit.MovableClock;
import io.github.registryclient.testkit.fault.FaultKind;
import io.github.registryclient.testkit.fault.FaultyProxy;
import io.github.registryclient.testkit.fault.ProxiedRequest;
import io.github.registryclient.testkit.net.Leaks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/**
 * Runs side by side, whose registries and proxies stay until all clients are closed: then no thread of a client and no
 * connection to a proxy may be left.
 */
final class Batch {
    private static final Instant BEGIN = Instant.parse("2026-11-24T10:00:00Z");
    private static final Duration LEAK_PATIENCE = Duration.ofSeconds(60);
    private static final long HANG_SECONDS = 120;
    private static final int SHOWN_REQUESTS = 60;
    private static final int REPAIRED = 25;

    private final LongFunction<Mixture> mixtures;
    private final BiFunction<Mixture, MovableClock, Target> targets;
    private final int threads;
    private final Tally tally;
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    Batch(LongFunction<Mixture> mixtures, BiFunction<Mixture, MovableClock, Target> targets, int threads, Tally tally) {
        this.mixtures = mixtures;
        this.targets = targets;
        this.threads = threads;
        this.tally = tally;
    }

    /** Runs these seeds, and says what was wrong, with what is needed to repeat it. */
    List<String> run(long from, long to) {
        Leaks leaks = Leaks.watch();
        Queue<FaultyProxy> proxies = new ConcurrentLinkedQueue<>();
        Queue<Target> open = new ConcurrentLinkedQueue<>();
        try {
            side(from, to, proxies, open);
            leaks.awaitNoThreads(LEAK_PATIENCE);
            proxies.forEach(Batch::awaitNoConnections);
        } catch (AssertionError leak) {
            failures.add("seeds " + from + " to " + (to - 1) + " leak: " + leak.getMessage());
        } finally {
            proxies.forEach(FaultyProxy::close);
            open.forEach(Target::close);
        }
        return List.copyOf(failures);
    }

    private void side(long from, long to, Queue<FaultyProxy> proxies, Queue<Target> open) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> futures = new ArrayList<>();
            for (long seed = from; seed < to; seed++) {
                Mixture mixture = mixtures.apply(seed);
                futures.add(pool.submit(() -> one(mixture, proxies, open)));
            }
            for (Future<?> future : futures) {
                future.get(HANG_SECONDS, TimeUnit.SECONDS);
            }
        } catch (TimeoutException hang) {
            failures.add("a run of " + from + " to " + (to - 1) + " hangs: " + stacks());
        } catch (Exception e) {
            failures.add("the harness failed: " + Sentinel.everything(e));
        } finally {
            pool.shutdownNow();
        }
    }

    private void one(Mixture mixture, Queue<FaultyProxy> proxies, Queue<Target> open) {
        MovableClock clock = MovableClock.at(BEGIN);
        Target target = targets.apply(mixture, clock);
        open.add(target);
        CampaignRun run = new CampaignRun(mixture, target, clock);
        try {
            FaultyProxy proxy = run.run();
            proxies.add(proxy);
            tally.add(run.outcomes(), proxy.requests());
            if (!run.findings().isEmpty()) {
                failures.add(describe(mixture, target, run.findings(), proxy.requests()));
            }
        } catch (RuntimeException e) {
            failures.add(mixture + " on " + target.name() + " could not be run: " + Sentinel.everything(e));
        }
    }

    private static String describe(
            Mixture mixture, Target target, List<String> findings, List<ProxiedRequest> requests) {
        return mixture + " on " + target.name() + "\n  "
                + String.join("\n  ", findings)
                + requests.stream()
                        .skip(Math.max(0, requests.size() - SHOWN_REQUESTS))
                        .map(one -> "\n    " + one)
                        .collect(Collectors.joining());
    }

    private static void awaitNoConnections(FaultyProxy proxy) {
        long deadline = System.nanoTime() + LEAK_PATIENCE.toNanos();
        while (proxy.openConnections() > lostByTheJdk(proxy)) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError(proxy.openConnections() + " connections are left to " + proxy);
            }
            System.gc();
            Thread.yield();
        }
    }

    /** Before 25 the JDK forgets to close a connection whose answer has a header that is none. */
    private static long lostByTheJdk(FaultyProxy proxy) {
        return Runtime.version().feature() >= REPAIRED
                ? 0
                : proxy.requests().stream()
                        .filter(one -> one.fault().equals(Optional.of(FaultKind.HEAD_FLIPPED)))
                        .count();
    }

    private static String stacks() {
        StringBuilder text = new StringBuilder();
        Thread.getAllStackTraces().forEach((thread, stack) -> {
            text.append("\n").append(thread.getName()).append(" ").append(thread.getState());
            for (StackTraceElement element : stack) {
                text.append("\n    at ").append(element);
            }
        });
        return text.toString();
    }
}
