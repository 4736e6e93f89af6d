package io.github.registryclient.http.internal.retry;

import io.github.registryclient.error.DeadlineExceededException;
import io.github.registryclient.error.NoResponseException;
import io.github.registryclient.error.ProxyRefusedException;
import io.github.registryclient.error.TooManyRequestsException;
import io.github.registryclient.error.UnreachableException;
import io.github.registryclient.http.internal.advice.RetryAfter;
import io.github.registryclient.http.internal.transport.Causes;
import io.github.registryclient.http.internal.transport.Reply;
import io.github.registryclient.http.internal.transport.Request;
import java.nio.channels.UnresolvedAddressException;
import java.util.Set;
import javax.net.ssl.SSLException;

/**
 * How often a request is repeated after what came of it. One that only reads, after everything that may pass; one that changes
 * something, where it certainly had no effect: it was refused for now, or there was nobody to send it to; or, if its connection
 * ended, where an effect that nobody knows of ends by itself. (What became of a deletion whose answer is missing is looked at
 * first, where it was asked for.) Immutable.
 *
 * <p>Sources: the statuses are those that go-containerregistry repeats; 500 is what distribution says of its storage, which
 * seldom passes.
 */
public final class RetryPolicy {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Set<Integer> MAY_PASS = Set.of(408, 425, 499, 502, 503, 504, 522);
    private static final int REFUSALS_FOR_EACH_FAILURE = 3;

    private final int retries;

    /**
     * Creates it.
     *
     * @param settings how often after a failure that may pass
     */
    public RetryPolicy(RetrySettings settings) {
        this.retries = settings.retries();
    }

    /**
     * How often what was refused only for now is repeated: more often than a failure, since nothing is wrong.
     *
     * @param retries how often a failure is
     * @return the number of repetitions
     */
    public static int refusals(int retries) {
        return REFUSALS_FOR_EACH_FAILURE * retries;
    }

    /**
     * Whether a refusal asks for more time than anybody is given.
     *
     * @param refusal the refusal
     * @return true if it is not worth waiting for
     */
    public static boolean isTooLong(TooManyRequestsException refusal) {
        return refusal.retryAfter().filter(RetryAfter::isTooLong).isPresent();
    }

    /** How many repetitions there may be after such an answer. */
    int most(Request request, Reply reply) {
        if (reply.status() < 400
                || request.isSentOnce()
                || reply.retryAfter().filter(RetryAfter::isTooLong).isPresent()) {
            return 0;
        }
        boolean isDeletion = request.method().equals("DELETE"); // whose 503 may come from before a backend that did it
        if (reply.status() == TOO_MANY_REQUESTS
                || reply.status() == 503 && reply.retryAfter().isPresent() && !isDeletion) {
            return refusals(retries);
        }
        if (!request.isHarmless()) {
            return 0;
        }
        if (reply.status() == 500) {
            return Math.min(retries, 1);
        }
        return MAY_PASS.contains(reply.status()) ? retries : 0;
    }

    /** How many repetitions there may be after such a failure. */
    int most(Request request, NoResponseException failure) {
        if (Causes.isEndedHere(failure)) {
            return 0;
        }
        if (failure instanceof UnreachableException) {
            return isForGood(failure) || request.isSentOnce() ? 0 : retries;
        }
        if (failure instanceof DeadlineExceededException) {
            return request.isHarmless() ? retries : 0;
        }
        return request.isSentAgainUnheard() ? retries : 0;
    }

    /** No TLS session, no such host, or nothing for a proxy: that is a matter of configuration. */
    private static boolean isForGood(NoResponseException failure) {
        return failure instanceof ProxyRefusedException
                || Causes.find(failure, SSLException.class).isPresent()
                || Causes.find(failure, UnresolvedAddressException.class).isPresent();
    }
}
