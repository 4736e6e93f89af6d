package io.github.registryclient.benchmarks.listing;

import io.github.registryclient.Listing;
import io.github.registryclient.benchmarks.report.HeapPeak;
import io.github.registryclient.benchmarks.report.Table;
import io.github.registryclient.benchmarks.server.MillionTags;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.name.Tag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The JVM with the small heap: reads every tag, compares it, and tells time and memory. */
final class SmallReader {
    /** The unpaged answer has some 29 MB; a heap of 64 MiB has no room for the default limit. */
    private static final int PAGE_LIMIT = 32 << 20;

    private SmallReader() {}

    public static void main(String[] args) {
        HeapPeak peak = HeapPeak.watch();
        boolean paged = args[1].equals("paged");
        try (HttpRegistryClient client =
                HttpRegistryClient.builder(args[0]).maxPageBytes(PAGE_LIMIT).build()) {
            long start = System.nanoTime();
            Listing<Tag> tags = paged
                    ? client.listTags(MillionTags.PAGED).withPageSize(MillionTags.PAGE)
                    : client.listTags(MillionTags.UNPAGED);
            int count = 0;
            for (Tag tag : tags) {
                if (!tag.equals(MillionTags.tag(count))) {
                    throw new IllegalStateException("tag " + count + " is " + tag);
                }
                count++;
            }
            if (count != MillionTags.COUNT) {
                throw new IllegalStateException(count + " tags instead of " + MillionTags.COUNT);
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.println(args[1] + ": " + count + " tags in " + Table.number(1, seconds) + " s, at most "
                    + peak.mebibytes() + " MiB in use after a collection, heap "
                    + (Runtime.getRuntime().maxMemory() >> 20) + " MiB, process at most " + residentMemory());
        }
    }

    /** The largest size of the process in memory, where the system tells. */
    private static String residentMemory() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> line.substring(6).strip())
                    .findFirst()
                    .orElse("?");
        } catch (IOException unknownHere) {
            return "?";
        }
    }
}
