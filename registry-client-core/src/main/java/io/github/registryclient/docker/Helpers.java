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
import java.util.function.Predicate;
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

    /** What a helper has for a server, at most a minute old. */
    Credentials get(String name, String server, String configured) {
        return ask(name, server, configured, known -> true);
    }

    /** What helpers have beside something that was refused: a remembered answer counts only if it is another one. */
    AuthConfig.Ask otherThan(Credentials refused) {
        return (name, server, configured) -> ask(name, server, configured, known -> !known.equals(refused));
    }

    private Credentials ask(String name, String server, String configured, Predicate<Credentials> good) {
        CredentialHelper helper = CredentialHelper.named(name, configured);
        while (true) {
            Answer fresh = new Answer(() -> helper.get(server, runner));
            Answer answer = current(name + " " + server, fresh, good);
            if (answer == fresh) {
                answer.obtain(clock);
            }
            try {
                return answer.task.get();
            } catch (ExecutionException e) {
                if (answer == fresh || !(e.getCause() instanceof CallInterruptedException)) {
                    throw failure(e.getCause(), answer == fresh);
                }
                // Another thread was interrupted while it ran for both: now it is this one's turn.
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

        Answer(Callable<Credentials> run) {
            task = new FutureTask<>(run);
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
