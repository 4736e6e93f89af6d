package io.github.registryclient.http.internal.auth;

import io.github.registryclient.error.CallInterruptedException;
import io.github.registryclient.error.ClientClosedException;
import io.github.registryclient.error.DeadlineExceededException;
import io.github.registryclient.error.RegistryException;
import io.github.registryclient.http.internal.time.Deadline;
import io.github.registryclient.http.internal.transport.Request;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Something that one thread fetches and others wait for, each within its own deadline. */
final class Flight<V> {
    private final CountDownLatch landed = new CountDownLatch(1);
    private volatile @Nullable V value;
    private volatile @Nullable RegistryException failure;

    void land(V fetched) {
        value = fetched;
        landed.countDown();
    }

    /** A failure that would meet those who wait as well is theirs too; of the leader's own trouble they know nothing. */
    void crash(@Nullable Throwable cause) {
        boolean own = cause instanceof DeadlineExceededException
                || cause instanceof CallInterruptedException
                || cause instanceof ClientClosedException;
        if (cause instanceof RegistryException && !own) {
            failure = (RegistryException) cause;
        }
        landed.countDown();
    }

    /** What the leader fetched; empty if it gave up for a reason of its own, then somebody else has to. */
    Optional<V> await(Request waiting, Deadline deadline) throws InterruptedException {
        if (!landed.await(deadline.leftMillis(), TimeUnit.MILLISECONDS)) {
            throw new DeadlineExceededException(
                    waiting.method(),
                    waiting.shownUri(),
                    "not sent: what another call asks the token server, or the registry about it, was not answered"
                            + " within " + deadline.allowed().toMillis() + " ms",
                    null);
        }
        RegistryException crashed = failure;
        if (crashed != null) {
            throw crashed;
        }
        return Optional.ofNullable(value);
    }
}
