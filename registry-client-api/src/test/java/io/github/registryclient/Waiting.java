package io.github.registryclient;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.github.registryclient.error.CallInterruptedException;
import java.util.concurrent.CountDownLatch;

/** Blocks as a call does: until something comes, or until its thread is interrupted, which leaves the flag set. */
final class Waiting {
    private Waiting() {}

    static String forLatch(CountDownLatch latch) {
        try {
            if (!latch.await(10, SECONDS)) {
                throw new AssertionError("waited for ten seconds");
            }
            return "came";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallInterruptedException("DELETE", "http://registry.example/v2/", "interrupted", e);
        }
    }
}
