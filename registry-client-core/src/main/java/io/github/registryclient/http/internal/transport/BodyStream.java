package io.github.registryclient.http.internal.transport;

import io.github.registryclient.error.CallInterruptedException;
import io.github.registryclient.error.DeadlineExceededException;
import io.github.registryclient.error.NoResponseException;
import io.github.registryclient.error.RegistryException;
import io.github.registryclient.http.internal.coding.BodyDecoder;
import io.github.registryclient.http.internal.coding.UndecodableBody;
import io.github.registryclient.http.internal.time.MonotonicClock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A body that is read as it comes. One thread reads; any thread may close it, and the client's {@code close()} ends it. A
 * server that stops sending ends it with {@link DeadlineExceededException}.
 */
public final class BodyStream extends InputStream {
    /** What arrived: some buffers, or the end with or without a failure. */
    private static final class Event {
        private static final Event END = new Event(List.of(), null);
        private final List<ByteBuffer> buffers;
        private final @Nullable Supplier<RegistryException> failure;

        private Event(List<ByteBuffer> buffers, @Nullable Supplier<RegistryException> failure) {
            this.buffers = buffers;
            this.failure = failure;
        }
    }

    private final Request request;
    private final long stallMillis;
    private final BodyDecoder decoder;
    private final ByteBuffer nothing = ByteBuffer.allocate(0);
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final Deque<ByteBuffer> buffers = new ArrayDeque<>();
    private final CompletableFuture<Void> finished = new CompletableFuture<>();
    private final StreamSource source;
    private final MonotonicClock clock = new MonotonicClock();
    private volatile boolean closed;
    private @Nullable Event last;

    BodyStream(Request request, long stallMillis, StreamSource source, BodyDecoder decoder) {
        this.request = request;
        this.stallMillis = stallMillis;
        this.source = source;
        this.decoder = decoder;
    }

    void arrived(List<ByteBuffer> more) {
        events.add(new Event(more, null));
    }

    void ended() {
        events.add(Event.END);
    }

    void failed(Throwable cause) {
        events.add(new Event(
                List.of(),
                () -> new NoResponseException(
                        request.method(),
                        request.shownUri(),
                        "the connection was cut inside the body",
                        SanitisedFailure.of(request, cause))));
    }

    /** Ends it because the client was closed. */
    void abort() {
        events.add(new Event(List.of(), () -> Lifecycle.closed(request, null)));
        finish();
    }

    /** Runs once when the stream has ended, failed or been closed; at once if that has happened. */
    public void onFinish(Runnable action) {
        var unused = finished.thenRun(action);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        requireOpen();
        if (length == 0) {
            return 0;
        }
        try {
            int count = decode(target, offset, length);
            long began = clock.millis();
            while (count == 0) {
                if (!await(stallMillis - (clock.millis() - began))) {
                    decoder.end();
                    return -1;
                }
                count = decode(target, offset, length);
            }
            return count;
        } catch (UndecodableBody e) {
            String what = String.valueOf(e.getMessage());
            last = new Event(List.of(), () -> request.invalidAnswer(what, null));
            buffers.clear();
            finish();
            throw request.invalidAnswer(what, null);
        }
    }

    /** Decodes what is here; 0 if all of it is. */
    private int decode(byte[] target, int offset, int length) throws UndecodableBody {
        int count = decoder.decode(nothing, target, offset, length);
        while (count == 0 && !buffers.isEmpty()) {
            ByteBuffer buffer = buffers.getFirst();
            count = decoder.decode(buffer, target, offset, length);
            if (!buffer.hasRemaining()) {
                buffers.removeFirst();
            }
        }
        return count;
    }

    @Override
    public void close() {
        closed = true;
        events.add(Event.END); // wakes a reader in another thread
        finish();
    }

    private void requireOpen() throws IOException {
        if (closed) {
            throw new IOException("the stream is closed");
        }
    }

    /** Waits for the next event; false at the end. */
    private boolean await(long leftMillis) throws IOException {
        Event event = last != null ? last : poll(leftMillis);
        requireOpen();
        if (event.failure != null || event == Event.END) {
            last = event;
            finish();
        }
        if (event.failure != null) {
            throw event.failure.get();
        }
        for (ByteBuffer buffer : event.buffers) {
            if (buffer.hasRemaining()) {
                buffers.addLast(buffer);
            }
        }
        if (event != Event.END) {
            source.requestMore();
        }
        return event != Event.END;
    }

    private Event poll(long leftMillis) {
        try {
            Event event = events.poll(leftMillis, TimeUnit.MILLISECONDS);
            return event != null ? event : new Event(List.of(), this::stalled);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
            throw new CallInterruptedException(
                    request.method(), request.shownUri(), "the thread was interrupted while reading the body", e);
        }
    }

    private RegistryException stalled() {
        return new DeadlineExceededException(
                request.method(), request.shownUri(), "nothing more of the body came for " + stallMillis + " ms", null);
    }

    private void finish() {
        source.cancel();
        decoder.close();
        finished.complete(null);
    }
}
