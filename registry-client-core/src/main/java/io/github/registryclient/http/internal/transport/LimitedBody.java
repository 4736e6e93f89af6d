package io.github.registryclient.http.internal.transport;

import io.github.registryclient.http.internal.bytes.SegmentedBytes;
import io.github.registryclient.http.internal.coding.BodyDecoder;
import io.github.registryclient.http.internal.coding.UndecodableBody;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Reads a body whole, within a limit of time and of bytes, which are counted decoded. Beyond them it fails; of an error what came
 * is kept.
 */
final class LimitedBody implements Receiver {
    private static final int PIECE = 8 << 10;

    private final CompletableFuture<ReplyBody> result = new CompletableFuture<>();
    private final SegmentedBytes bytes = new SegmentedBytes();
    private final BodyTimer timer;
    private final long millis;
    private final int limit;
    private final boolean truncating;
    private final BodyDecoder decoder;
    private volatile @Nullable Subscription subscription;
    private @Nullable Future<?> timeout;

    LimitedBody(BodyTimer timer, long millis, int limit, boolean truncating, BodyDecoder decoder) {
        this.timer = timer;
        this.millis = millis;
        this.limit = limit;
        this.truncating = truncating;
        this.decoder = decoder;
        var unused = result.whenComplete((body, failure) -> decoder.close());
    }

    @Override
    public CompletionStage<ReplyBody> getBody() {
        return result;
    }

    @Override
    public void onSubscribe(Subscription newSubscription) {
        subscription = newSubscription;
        if (result.isDone()) {
            newSubscription.cancel();
            return;
        }
        timeout =
                timer.after(millis, () -> end(new HttpTimeoutException("body not complete within " + millis + " ms")));
        newSubscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        try {
            for (ByteBuffer buffer : buffers) {
                if (decoder.isPlain()) {
                    take(buffer);
                } else {
                    decode(buffer);
                }
            }
        } catch (UndecodableBody e) {
            fail(e);
        }
    }

    private void decode(ByteBuffer coded) throws UndecodableBody {
        byte[] piece = new byte[PIECE];
        for (int count = decoder.decode(coded, piece, 0, PIECE);
                count > 0 && !result.isDone();
                count = decoder.decode(coded, piece, 0, PIECE)) {
            take(ByteBuffer.wrap(piece, 0, count));
        }
    }

    private void take(ByteBuffer content) {
        if (result.isDone()) {
            return;
        }
        int room = limit - bytes.size();
        if (content.remaining() <= room) {
            bytes.append(content);
        } else if (truncating) {
            bytes.append(content.slice().limit(room));
            complete();
            cancel();
        } else {
            end(new BodyLimitExceeded(limit));
        }
    }

    @Override
    public void onError(Throwable failure) {
        if (truncating) {
            complete(); // the status is what counts; distribution 2.8 announces more for a 416 than it sends
            return;
        }
        stopTimer();
        result.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        try {
            decoder.end();
            complete();
        } catch (UndecodableBody e) {
            fail(e);
        }
    }

    private void complete() {
        stopTimer();
        result.complete(ReplyBody.of(bytes));
    }

    private void fail(UndecodableBody failure) {
        if (truncating) {
            complete();
            cancel();
        } else {
            end(failure);
        }
    }

    @Override
    public void abandon() {
        end(new IOException("nobody waits for this body any more"));
    }

    /** The failure first: cancelling makes the JDK report one of its own. */
    private void end(IOException failure) {
        if (result.completeExceptionally(failure)) {
            cancel();
        }
    }

    private void cancel() {
        Subscription current = subscription;
        if (current != null) {
            current.cancel();
        }
        stopTimer();
    }

    private void stopTimer() {
        Future<?> current = timeout;
        if (current != null) {
            current.cancel(false);
        }
    }
}
