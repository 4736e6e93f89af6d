package io.github.registryclient.testkit.traffic;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The requests that came to a registry, in the order in which their heads were read. A value that does not change any more; ask
 * the registry again for what came later.
 *
 * <p>A request is in it as soon as its head was read, whatever becomes of it. One whose head is no HTTP is not.
 *
 * <p>Only so many requests are kept, the latest ones. Whoever asks for all of them then, or counts some, is told so by an
 * {@link IllegalStateException} instead of getting fewer than came.
 */
public final class RequestLog {
    private final List<LoggedRequest> kept;
    private final long forgotten;

    private RequestLog(List<LoggedRequest> kept, long forgotten) {
        this.kept = kept;
        this.forgotten = forgotten;
    }

    /**
     * A log.
     *
     * @param kept in their order; copied
     * @param forgotten how many came before them, 0 or more
     * @return a new value
     * @throws IllegalArgumentException if it is less
     */
    public static RequestLog of(List<LoggedRequest> kept, long forgotten) {
        if (forgotten < 0) {
            throw new IllegalArgumentException("0 requests or more were forgotten, not " + forgotten);
        }
        return new RequestLog(List.copyOf(kept), forgotten);
    }

    /**
     * All requests.
     *
     * @return in their order
     * @throws IllegalStateException if some were forgotten
     */
    public List<LoggedRequest> all() {
        if (forgotten > 0) {
            throw new IllegalStateException("the first " + forgotten + " of " + size()
                    + " requests were forgotten; clear the log before what is to be looked at, have the builder of the registry"
                    + " keep more with requestsKept(n), or be content with kept()");
        }
        return kept;
    }

    /**
     * Some of the requests.
     *
     * @param pattern which
     * @return in their order
     * @throws IllegalStateException if some were forgotten
     */
    public List<LoggedRequest> matching(RequestPattern pattern) {
        return all().stream().filter(pattern::matches).collect(Collectors.toUnmodifiableList());
    }

    /**
     * How many of the requests are such.
     *
     * @param pattern which
     * @return 0 or more
     * @throws IllegalStateException if some were forgotten
     */
    public long count(RequestPattern pattern) {
        return all().stream().filter(pattern::matches).count();
    }

    /**
     * How many requests came, those that were forgotten among them.
     *
     * @return 0 or more
     */
    public long size() {
        return forgotten + kept.size();
    }

    /**
     * How many requests came that are not kept.
     *
     * @return 0 or more
     */
    public long forgotten() {
        return forgotten;
    }

    /**
     * The latest requests.
     *
     * @return in their order; all, if none were forgotten
     */
    public List<LoggedRequest> kept() {
        return kept;
    }

    /**
     * The requests that are kept, for people.
     *
     * @return a line for each
     */
    @Override
    public String toString() {
        String lines = kept.stream().map(LoggedRequest::toString).collect(Collectors.joining("\n"));
        return forgotten == 0 ? lines : "(" + forgotten + " requests that were forgotten)\n" + lines;
    }
}
