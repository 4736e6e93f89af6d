package io.github.registryclient.testkit.net;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds what a client left behind: threads of its own ({@code registry-client…}), threads of the JDK's HTTP clients, and open
 * connections. Collects garbage and looks again until nothing is left or the time is over, because the JDK before 21 ends an
 * HTTP client's threads only when the client is unreachable.
 *
 * <p>Threads are those of the whole JVM: tests that use it must not run beside others that make clients.
 */
public final class Leaks {
    private static final Pattern CLIENT_THREAD = Pattern.compile("(registry-client.*|HttpClient-\\d+)(?:-.*)?");
    private static final long POLL_NANOS = 20_000_000;

    private final Set<String> before;

    private Leaks(Set<String> before) {
        this.before = before;
    }

    /**
     * Remembers the clients that are there already, whose threads are nobody's leak.
     *
     * @return a watch that finds what comes after
     */
    public static Leaks watch() {
        return new Leaks(clients());
    }

    /**
     * The clients that came since and still have threads.
     *
     * @return names of threads, those of one HTTP client as one
     */
    public Set<String> clientsWithThreads() {
        Set<String> left = clients();
        left.removeAll(before);
        return left;
    }

    /**
     * Waits until no client that came since has threads.
     *
     * @param patience how long
     * @throws AssertionError if some are left, with their stack traces
     */
    public void awaitNoThreads(Duration patience) {
        awaitEmpty(patience, this::clientsWithThreads, () -> "threads are left: " + clientsWithThreads() + stacks());
    }

    /**
     * Waits until no client is connected to a proxy.
     *
     * @param proxy the proxy
     * @param patience how long
     * @throws AssertionError if connections are left
     */
    public static void awaitNoConnections(DelayProxy proxy, Duration patience) {
        awaitEmpty(
                patience,
                () -> proxy.openConnections() == 0 ? Set.of() : Set.of(proxy.openConnections()),
                () -> proxy.openConnections() + " connections to " + proxy.uri() + " are left");
    }

    /**
     * Waits until this JVM has no connection to a port, where the operating system tells (Linux).
     *
     * @param port a port of the loopback interface or of another host
     * @param patience how long
     * @throws AssertionError if connections are left
     * @throws UnsupportedOperationException on other systems than Linux
     */
    public static void awaitNoConnections(int port, Duration patience) {
        awaitEmpty(
                patience,
                () -> OwnSockets.connectedTo(port),
                () -> "connections to port " + port + " are left: " + OwnSockets.connectedTo(port));
    }

    private static void awaitEmpty(
            Duration patience, Supplier<? extends Collection<?>> left, Supplier<String> complaint) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!left.get().isEmpty()) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("after " + patience.toMillis() + " ms " + complaint.get());
            }
            System.gc();
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    /** A client of the JDK starts further threads later, so its number counts and not its threads. */
    private static Set<String> clients() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(thread -> CLIENT_THREAD.matcher(thread.getName()))
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String stacks() {
        StringBuilder text = new StringBuilder();
        Thread.getAllStackTraces().forEach((thread, stack) -> {
            if (CLIENT_THREAD.matcher(thread.getName()).matches()) {
                text.append("\n").append(thread.getName()).append(" ").append(thread.getState());
                for (StackTraceElement element : stack) {
                    text.append("\n    at ").append(element);
                }
            }
        });
        return text.toString();
    }
}
