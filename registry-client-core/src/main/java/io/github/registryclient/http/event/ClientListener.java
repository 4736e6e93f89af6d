package io.github.registryclient.http.event;

/**
 * Is told what a client does, for metrics, traces and audits; given to
 * {@link io.github.registryclient.http.HttpRegistryClientBuilder#listener}. All methods do nothing unless overridden.
 *
 * <p>They are called by the thread that sends the request, which waits for them: that of the caller, in bulk work one of the
 * client's own. Many threads call at once, so a listener has to be thread-safe. It must not block, nor call the client that it
 * listens to. What it throws fails no call: it is swallowed, and logged the first time. No event holds a credential; the texts
 * of servers in them are shortened, on one line, and without the secrets that went with the request.
 */
public interface ClientListener {
    /**
     * A request is about to be sent. The same attempt comes back in {@link #requestFinished}.
     *
     * @param attempt what is sent, and where to
     */
    default void requestStarted(RequestAttempt attempt) {}

    /**
     * A request was answered, with whatever status, or failed. It follows each {@link #requestStarted}, in the same thread.
     *
     * @param outcome the attempt, and what came of it
     */
    default void requestFinished(RequestOutcome outcome) {}

    /**
     * A request failed, and will be sent again after a wait.
     *
     * @param retry what failed, and how long the wait will be
     */
    default void retrying(Retry retry) {}

    /**
     * A request waits, or has waited, before it is sent.
     *
     * @param wait why, and how long
     */
    default void waiting(Wait wait) {}

    /**
     * A token was fetched, or could not be. Tokens that are still good are used again and not told of.
     *
     * @param fetch what was asked for, and whether it was given
     */
    default void tokenFetched(TokenFetch fetch) {}

    /**
     * The registry sent a warning that is not among the last thousand different ones that it sent: each is told once, and
     * again when many others have come between. Or the client warns that the catalog was listed without the credentials that
     * there are, once an account.
     *
     * @param warning what it said, or what is to be known
     */
    default void warned(ServerWarning warning) {}
}
