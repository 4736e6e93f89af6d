package io.github.registryclient.tests.campaign;

import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.testkit.MovableClock;
import io.github.registryclient.testkit.fault.FaultyProxy;
import io.github.registryclient.testkit.fault.ProxiedRequest;
import io.github.registryclient.testkit.net.Leaks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
import java.util.stream.Stream;

/**
 * Runs side by side, whose registries and proxies stay until all clients are closed: then no thread of a client and no
 * connection to a proxy may be left.
 */
final class Batch {
    private static final Instant BEGIN = Instant.parse("2026-11-24T10:00:00Z");
    private static final long HANG_SECONDS = 60;
    private static final int SHOWN_REQUESTS = 60;
    private static final String CLIENT = HttpRegistryClient.class.getPackageName();

    private final LongFunction<Mixture> mixtures;
    private final BiFunction<Mixture, MovableClock, Target> targets;
    private final int threads;
    private final Tally tally;
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final Queue<Mixture> running = new ConcurrentLinkedQueue<>();

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
            new LeftBehind(leaks, proxies).awaitNothing();
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
            failures.add("hangs: " + running + stacks());
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
        running.add(mixture);
        try {
            FaultyProxy proxy = run.run();
            proxies.add(proxy);
            tally.add(run.outcomes(), proxy.requests());
            target.tokensProxy().ifPresent(before -> {
                proxies.add(before);
                tally.addTokens(before.requests());
            });
            if (!run.findings().isEmpty()) {
                failures.add(describe(mixture, target, run.findings(), proxy.requests()));
            }
        } catch (RuntimeException e) {
            failures.add(mixture + " on " + target.name() + " could not be run: " + Sentinel.everything(e));
        } finally {
            target.closeBackDoor();
            running.remove(mixture);
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

    /** Of the threads that make calls. */
    private static String stacks() {
        StringBuilder text = new StringBuilder();
        Thread.getAllStackTraces().forEach((thread, stack) -> {
            if (Stream.of(stack).noneMatch(element -> element.getClassName().startsWith(CLIENT))) {
                return;
            }
            text.append("\n").append(thread.getName()).append(" ").append(thread.getState());
            for (StackTraceElement element : stack) {
                text.append("\n    at ").append(element);
            }
        });
        return text.toString();
    }
}
