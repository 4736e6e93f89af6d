package io.github.registryclient.benchmarks.report;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/** Remembers how much of the heap was still in use after a garbage collection, at most. */
public final class HeapPeak {
    private final Set<String> pools = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getName)
            .collect(Collectors.toUnmodifiableSet());
    private final AtomicLong most = new AtomicLong();

    private HeapPeak() {}

    /**
     * Begins to watch this JVM.
     *
     * @return what tells its peak
     */
    public static HeapPeak watch() {
        HeapPeak peak = new HeapPeak();
        ManagementFactory.getGarbageCollectorMXBeans()
                .forEach(collector -> ((NotificationEmitter) collector)
                        .addNotificationListener((event, nothing) -> peak.note(event), null, null));
        return peak;
    }

    private void note(Notification event) {
        GarbageCollectionNotificationInfo collection =
                GarbageCollectionNotificationInfo.from((CompositeData) event.getUserData());
        long used = collection.getGcInfo().getMemoryUsageAfterGc().entrySet().stream()
                .filter(entry -> pools.contains(entry.getKey()))
                .mapToLong(entry -> entry.getValue().getUsed())
                .sum();
        most.accumulateAndGet(used, Math::max);
    }

    /**
     * The peak so far.
     *
     * @return in MiB; 0 before the first collection
     */
    public long mebibytes() {
        return most.get() >> 20;
    }
}
