package io.github.registryclient.http.internal.transport;

import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Reads a body whole, within a limit of bytes and of time. Beyond the bytes it fails, or keeps the beginning of an error. */
final class LimitedBody implements BodySubscriber<ReplyBody> {
    private final CompletableFuture<ReplyBody> result = new CompletableFuture<>();
    private final SegmentedBytes bytes = new SegmentedBytes();
    private final BodyTimer timer;
    private final long millis;
    private final int limit;
    private final boolean truncating;
    private @Nullable Subscription subscription;
    private @Nullable Future<?> timeout;

    LimitedBody(BodyTimer timer, long millis, int limit, boolean truncating) {
        this.timer = timer;
        this.millis = millis;
        this.limit = limit;
        this.truncating = truncating;
    }

    @Override
    public CompletionStage<ReplyBody> getBody() {
        return result;
    }

    @Override
    public void onSubscribe(Subscription newSubscription) {
        subscription = newSubscription;
        timeout = timer.after(millis, this::expire);
        newSubscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            int room = limit - bytes.size();
            if (buffer.remaining() > room && !result.isDone()) {
                cancel();
                if (truncating) {
                    bytes.append(buffer.slice().limit(room));
                    finish();
                } else {
                    onError(new BodyLimitExceeded(limit));
                }
            } else if (!result.isDone()) {
                bytes.append(buffer);
            }
        }
    }

    @Override
    public void onError(Throwable failure) {
        stopTimer();
        result.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        finish();
    }

    private void finish() {
        stopTimer();
        result.complete(ReplyBody.of(bytes));
    }

    private void expire() {
        cancel();
        result.completeExceptionally(new HttpTimeoutException("body not complete in time"));
    }

    private void cancel() {
        Subscription current = subscription;
        if (current != null) {
            current.cancel();
        }
    }

    private void stopTimer() {
        Future<?> current = timeout;
        if (current != null) {
            current.cancel(false);
        }
    }
}
