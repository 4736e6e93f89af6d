package io.github.registryclient.benchmarks.plan;

import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.SyntheticContent;
import java.io.IOException;

/** An embedded registry with repositories of CI builds, an image a tag, in a JVM of its own. */
final class CiRegistry {
    private static final int[] SIZES = {1_000, 10_000, 100_000};

    private CiRegistry() {}

    static String repository(int tags) {
        return "big/app-" + tags;
    }

    /** The process's side: says where it answers, and ends with its input. */
    public static void main(String[] args) throws IOException {
        SyntheticContent content = SyntheticContent.seeded(1);
        for (int tags : SIZES) {
            content = content.tags(repository(tags), tags, tags);
        }
        try (EmbeddedRegistry registry =
                EmbeddedRegistry.builder().requestsKept(0).synthetic(content).start()) {
            System.out.println(registry.uri());
            while (System.in.read() >= 0) {
                // Nothing is said to it but that its input ends.
            }
        }
    }
}
