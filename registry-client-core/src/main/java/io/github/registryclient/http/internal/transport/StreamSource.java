package io.github.registryclient.http.internal.transport;

import io.github.registryclient.http.internal.coding.BodyDecoder;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** The side of a {@link BodyStream} that faces the JDK: asks for a little at a time, so that a slow reader slows the sender. */
final class StreamSource implements Receiver {
    private static final int AHEAD = 4;

    private final BodyStream stream;
    private @Nullable Subscription subscription;
    private boolean cancelled;

    StreamSource(Request request, long stallMillis, BodyDecoder decoder) {
        this.stream = new BodyStream(request, stallMillis, this, decoder);
    }

    BodyStream stream() {
        return stream;
    }

    @Override
    public CompletionStage<ReplyBody> getBody() {
        return CompletableFuture.completedStage(ReplyBody.of(stream));
    }

    @Override
    public synchronized void onSubscribe(Subscription newSubscription) {
        subscription = newSubscription;
        if (cancelled) {
            newSubscription.cancel();
        } else {
            newSubscription.request(AHEAD);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        stream.arrived(buffers);
    }

    @Override
    public void onError(Throwable failure) {
        stream.failed(failure);
    }

    @Override
    public void onComplete() {
        stream.ended();
    }

    @Override
    public void abandon() {
        stream.close();
    }

    synchronized void requestMore() {
        if (subscription != null && !cancelled) {
            subscription.request(1);
        }
    }

    synchronized void cancel() {
        cancelled = true;
        if (subscription != null) {
            subscription.cancel();
        }
    }
}
