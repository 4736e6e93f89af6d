package io.github.registryclient.http.internal.transport;

import io.github.registryclient.error.ClientClosedException;
import io.github.registryclient.internal.InFlight;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What is running in a client, so that closing it can end all of it. */
public final class Lifecycle {
    private final Set<InFlight> calls = ConcurrentHashMap.newKeySet();
    private final Set<BodyStream> streams = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** Creates one that is open. */
    public Lifecycle() {}

    /**
     * Registers the calling thread; the order (register, then look) lets no call slip past {@link #close}.
     *
     * @param request what it is going to send
     * @return the call, to be left
     * @throws ClientClosedException if the client is closed
     */
    public InFlight enter(Request request) {
        InFlight call = new InFlight();
        calls.add(call);
        if (closed) {
            leave(call);
            throw closed(request, null);
        }
        return call;
    }

    /**
     * The call is over.
     *
     * @param call from {@link #enter}
     */
    public void leave(InFlight call) {
        calls.remove(call);
        call.leave();
    }

    void opened(BodyStream stream) {
        streams.add(stream);
        stream.onFinish(() -> streams.remove(stream));
        if (closed) {
            stream.abort();
        }
    }

    /**
     * Whether nothing more may begin.
     *
     * @return true from {@link #close} on
     */
    public boolean isClosed() {
        return closed;
    }

    /** Ends everything that runs, with a {@link ClientClosedException} in its thread. */
    public void close() {
        closed = true;
        calls.forEach(InFlight::end);
        streams.forEach(BodyStream::abort);
    }

    /**
     * What a call ends with that was ended.
     *
     * @param request what it sent
     * @param cause what it failed with, or null
     * @return the exception, to be thrown
     */
    public static ClientClosedException closed(Request request, @Nullable Throwable cause) {
        return new ClientClosedException(
                request.method(), request.shownUri(), "the client was closed" + effect(request), cause);
    }

    /**
     * What a request may have done whose answer is missing or cannot be believed.
     *
     * @param request the request
     * @return the rest of a sentence, empty for a request that only reads
     */
    public static String effect(Request request) {
        return request.isHarmless() ? "" : "; whether the registry carried it out is unknown, look before repeating it";
    }
}
