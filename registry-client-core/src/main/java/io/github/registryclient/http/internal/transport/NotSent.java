package io.github.registryclient.http.internal.transport;

import io.github.registryclient.error.NoResponseException;
import io.github.registryclient.error.UnreachableException;
import java.net.http.HttpConnectTimeoutException;

/** The cause of a failure where the time was over before anything was sent. */
public final class NotSent extends Exception {
    private static final long serialVersionUID = 1L;

    /** Creates one. */
    public NotSent() {
        super("nothing was sent", null, false, false);
    }

    /**
     * Whether certainly nothing was sent: nobody was there, or no connection or no turn was to be had in time.
     *
     * @param failure of a request
     * @return false as well if an attempt before the last one {@linkplain #denied may have come there}
     */
    public static boolean isToldBy(NoResponseException failure) {
        return failure.getSuppressed().length == 0
                && (failure instanceof UnreachableException
                        || Causes.find(failure, HttpConnectTimeoutException.class)
                                .isPresent()
                        || Causes.find(failure, NotSent.class).isPresent());
    }

    /**
     * The same failure where it is true of the last attempt only.
     *
     * @param failure says that nothing was sent
     * @param request what was sent before that
     * @return the failure, which does not say so any more
     */
    public static NoResponseException denied(NoResponseException failure, Request request) {
        failure.addSuppressed(new NoResponseException(
                request.method(), request.shownUri(), "an attempt before the last one was sent", null));
        return failure;
    }
}
