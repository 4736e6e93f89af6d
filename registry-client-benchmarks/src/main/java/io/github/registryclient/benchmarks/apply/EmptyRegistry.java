package io.github.registryclient.benchmarks.apply;

import io.github.registryclient.testkit.EmbeddedRegistry;
import java.io.IOException;

/** An embedded registry in a JVM of its own. */
final class EmptyRegistry {
    private EmptyRegistry() {}

    /** The process's side: says where it answers, and ends with its input. */
    public static void main(String[] args) throws IOException {
        try (EmbeddedRegistry registry =
                EmbeddedRegistry.builder().requestsKept(0).noReferrersApi().start()) {
            System.out.println(registry.uri());
            while (System.in.read() >= 0) {
                // Nothing is said to it but that its input ends.
            }
        }
    }
}
