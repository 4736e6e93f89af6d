package io.github.registryclient.tests.campaign;

import io.github.registryclient.testkit.fault.FaultKind;
import io.github.registryclient.testkit.fault.FaultyProxy;
import io.github.registryclient.testkit.net.Leaks;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * Waits until closed clients have left neither threads nor connections. What the JDK is known to leave is counted and bounded:
 * from 16 to 20 clients of its own whose calls were cancelled, before 25 connections whose answer had a header that is none, and
 * on 11 those with a challenge that its own filter stumbles over.
 */
final class LeftBehind {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long POLL_NANOS = 100_000_000;
    private static final int JAVA = Runtime.version().feature();
    private static final boolean LOSES_CLIENTS = JAVA >= 16 && JAVA <= 20;
    private static final Set<FaultKind> LOSE_CONNECTIONS = JAVA < 16
            ? Set.of(FaultKind.HEAD_FLIPPED, FaultKind.UNAUTHORIZED)
            : JAVA < 25 ? Set.of(FaultKind.HEAD_FLIPPED) : Set.of();
    /** After which the JDK's losses are losses. */
    private static final Duration MOMENT = Duration.ofSeconds(2);

    private static final int MOST_LOST = 4;
    /** Before the registry, and before its token server. */
    private static final int PROXIES_OF_ONE = 2;

    private final Leaks leaks;
    private final Collection<FaultyProxy> proxies;

    LeftBehind(Leaks leaks, Collection<FaultyProxy> proxies) {
        this.leaks = leaks;
        this.proxies = proxies;
    }

    void awaitNothing() {
        long begin = System.nanoTime();
        long end = begin + PATIENCE.toNanos();
        long enough = begin + (LOSES_CLIENTS ? MOMENT : PATIENCE).toNanos();
        while (!isNothing() && System.nanoTime() - end < 0 && !(System.nanoTime() - enough > 0 && isKnown())) {
            System.gc(); // before 21 the JDK's client ends its threads when it is collected
            LockSupport.parkNanos(POLL_NANOS);
        }
        if (!isKnown()) {
            throw new AssertionError(
                    "threads are left of " + leaks.clientsWithThreads() + ", connections to " + withConnections());
        }
    }

    /** No more than the JDK is known to leave. */
    private boolean isKnown() {
        Set<String> threads = leaks.clientsWithThreads();
        boolean own = threads.stream().anyMatch(name -> !name.startsWith("HttpClient"));
        int most = LOSES_CLIENTS ? MOST_LOST : 0;
        return !own && threads.size() <= most && withConnections().size() <= PROXIES_OF_ONE * threads.size();
    }

    private Set<String> withConnections() {
        return proxies.stream()
                .filter(LeftBehind::hasConnections)
                .map(FaultyProxy::toString)
                .collect(Collectors.toSet());
    }

    private boolean isNothing() {
        return leaks.clientsWithThreads().isEmpty() && proxies.stream().noneMatch(LeftBehind::hasConnections);
    }

    private static boolean hasConnections(FaultyProxy proxy) {
        long lost = proxy.requests().stream()
                .filter(one -> one.fault().filter(LOSE_CONNECTIONS::contains).isPresent())
                .count();
        return proxy.openConnections() > lost;
    }
}
