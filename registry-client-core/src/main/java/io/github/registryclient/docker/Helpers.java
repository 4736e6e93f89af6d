package io.github.registryclient.docker;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.error.CallInterruptedException;
import io.github.registryclient.error.CredentialsUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Credential helpers with a short memory, for they are slow and asked before every request: what one said counts for a minute,
 * and threads that want the same wait for one run. Failures are not remembered.
 */
final class Helpers {
    static final Duration MEMORY = Duration.ofMinutes(1);
    private static final int MOST_ANSWERS = 256;

    private final CredentialHelper.Runner runner;
    private final Clock clock;
    private final Map<String, Answer> answers = new HashMap<>();

    Helpers(CredentialHelper.Runner runner, Clock clock) {
        this.runner = runner;
        this.clock = clock;
    }

    /** What helpers have, at most a minute old, or a failure when the caller's time is over. */
    AuthConfig.Ask within(Supplier<Duration> left) {
        return (name, server, configured) -> ask(name, server, configured, known -> true, left);
    }

    /** What helpers have beside something that was refused: a remembered answer counts only if it is another one. */
    AuthConfig.Ask otherThan(Credentials refused, Supplier<Duration> left) {
        return (name, server, configured) -> ask(name, server, configured, known -> !known.equals(refused), left);
    }

    private Credentials ask(
            String name, String server, String configured, Predicate<Credentials> good, Supplier<Duration> left) {
        CredentialHelper helper = CredentialHelper.named(name, configured);
        while (true) {
            Answer fresh = new Answer(() -> helper.get(server, runner, left), left);
            Answer answer = current(name + " " + server, fresh, good);
            if (answer == fresh) {
                answer.obtain(clock);
            }
            try {
                return answer.task.get(left.get().toMillis(), TimeUnit.MILLISECONDS);
            } catch (ExecutionException e) {
                if (answer == fresh || !(e.getCause() instanceof CallInterruptedException) && !answer.wasCut) {
                    throw failure(e.getCause(), answer == fresh);
                }
                // Another thread was interrupted, or had less time, while it ran for both: now it is this one's turn.
            } catch (TimeoutException e) {
                throw helper.late();
            } catch (InterruptedException e) {
                throw helper.interrupted(e);
            }
        }
    }

    private Answer current(String key, Answer fresh, Predicate<Credentials> good) {
        synchronized (answers) {
            Answer known = answers.get(key);
            if (known != null && known.counts(clock.instant(), good)) {
                return known;
            }
            if (answers.size() >= MOST_ANSWERS) {
                answers.clear();
            }
            answers.put(key, fresh);
            return fresh;
        }
    }

    int remembered() {
        synchronized (answers) {
            return answers.size();
        }
    }

    private static RuntimeException failure(@Nullable Throwable cause, boolean own) {
        if (cause instanceof CredentialsUnavailableException && !own) {
            return new CredentialsUnavailableException(
                    String.valueOf(cause.getMessage()), cause); // with this thread's trace
        }
        if (cause instanceof RuntimeException) {
            return (RuntimeException) cause;
        }
        if (cause instanceof Error) {
            throw (Error) cause;
        }
        return new IllegalStateException(cause);
    }

    /** An answer that is there, or is on its way. */
    private static final class Answer {
        private final FutureTask<Credentials> task;
        private volatile @Nullable Instant obtained;
        /** Whether the time of who ran it was over at its end, which need not be so for others. */
        private volatile boolean wasCut;

        Answer(Callable<Credentials> run, Supplier<Duration> left) {
            task = new FutureTask<>(() -> {
                try {
                    return run.call();
                } finally {
                    wasCut = left.get().isZero();
                }
            });
        }

        void obtain(Clock clock) {
            task.run();
            obtained = clock.instant();
        }

        boolean counts(Instant now, Predicate<Credentials> good) {
            Instant since = obtained;
            if (since == null) {
                return true; // on its way
            }
            return now.isBefore(since.plus(MEMORY)) && hasGood(good);
        }

        private boolean hasGood(Predicate<Credentials> good) {
            try {
                return good.test(task.get());
            } catch (InterruptedException | ExecutionException failed) {
                return false;
            }
        }
    }
}
