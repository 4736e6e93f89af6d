package io.github.registryclient.http.internal.transport;

import java.time.Duration;

/** The time limits of a client. Immutable. */
public final class Timeouts {
    private final Duration attempt;
    private final Duration call;
    private final Duration delete;
    private final Duration transfer;

    /**
     * Creates them.
     *
     * @param attempt until the headers of one answer, and between two reads of a stream
     * @param call a whole call, body and waits included
     * @param delete a whole deletion
     * @param transfer a whole upload
     */
    public Timeouts(Duration attempt, Duration call, Duration delete, Duration transfer) {
        this.attempt = attempt;
        this.call = call;
        this.delete = delete;
        this.transfer = transfer;
    }

    Duration stall() {
        return attempt;
    }

    /**
     * How long a call may take.
     *
     * @param patience the kind of call
     * @return body and waits included
     */
    public Duration total(Patience patience) {
        switch (patience) {
            case DELETE:
                return delete;
            case TRANSFER:
                return transfer;
            default:
                return call;
        }
    }

    /** Until the headers: a deletion or upload may take all its time before it answers. */
    Duration attempt(Patience patience) {
        return patience == Patience.NORMAL ? attempt : total(patience);
    }

    /** From the headers to the end of a body read whole: who took minutes to answer has no minutes to say it. */
    Duration body(Patience patience) {
        return patience == Patience.NORMAL ? call : attempt;
    }
}
