package io.github.registryclient.benchmarks.embedded;

import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.SyntheticContent;
import java.io.IOException;

/** An embedded registry in a JVM of its own, where its work is not counted as the client's. */
public final class EmbeddedServer {
    /** The repository whose tags are computed. */
    static final String SYNTHETIC = "big/app";
    /** What a request takes to be remembered would be measured with it. */
    private static final int REQUESTS_KEPT = 0;

    private EmbeddedServer() {}

    /**
     * The process's side: says where it answers, and ends with its input.
     *
     * @param args none
     * @throws IOException if the input cannot be read
     */
    public static void main(String[] args) throws IOException {
        try (EmbeddedRegistry registry = EmbeddedRegistry.builder()
                .requestsKept(REQUESTS_KEPT)
                .synthetic(SyntheticContent.seeded(1).tags(SYNTHETIC, 1_000_000, 1000))
                .start()) {
            System.out.println(registry.uri());
            while (System.in.read() >= 0) {
                // Nothing is said to it but that its input ends.
            }
        }
    }
}
