package io.github.registryclient.http.internal.transport;

import io.github.registryclient.http.internal.coding.BodyDecoder;
import io.github.registryclient.http.internal.coding.ContentCoding;
import io.github.registryclient.http.internal.time.Deadline;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Chooses what takes in the body of one attempt. Where the attempt failed or was interrupted, an answer may still come (on
 * Java 11 nothing ends an exchange before its headers): then its connection is ended instead of held by a body nobody reads.
 */
final class BodyIntake implements BodyHandler<ReplyBody> {
    private static final long MOMENT_MILLIS = 1000;

    private final Request request;
    private final Deadline deadline;
    private final Timeouts timeouts;
    private final BodyTimer timer;
    private final Lifecycle lifecycle;
    private @Nullable ResponseInfo head;
    private @Nullable Receiver receiver;
    private boolean abandoned;

    BodyIntake(Request request, Deadline deadline, Timeouts timeouts, BodyTimer timer, Lifecycle lifecycle) {
        this.request = request;
        this.deadline = deadline;
        this.timeouts = timeouts;
        this.timer = timer;
        this.lifecycle = lifecycle;
    }

    @Override
    public BodySubscriber<ReplyBody> apply(ResponseInfo info) {
        if (info.statusCode() < 200) {
            throw new UncheckedIOException(new InterimAnswer(info.statusCode()));
        }
        if (request.method().equals("HEAD")) {
            return BodySubscribers.replacing(ReplyBody.empty());
        }
        return started(info, receiver(info));
    }

    private Receiver receiver(ResponseInfo info) {
        boolean success = info.statusCode() >= 200 && info.statusCode() < 300;
        BodyDecoder decoder = ContentCoding.decoder(info.statusCode(), info.headers());
        if (success && request.isStreaming() && !decoder.refuses()) {
            StreamSource source = new StreamSource(request, timeouts.stall().toMillis(), decoder);
            lifecycle.opened(source.stream());
            return source;
        }
        long millis = Math.min(
                deadline.leftMillis(), timeouts.body(request.patience()).toMillis());
        return new LimitedBody(timer, millis, success ? request.bodyLimit() : Limits.ERROR_BODY, !success, decoder);
    }

    private synchronized Receiver started(ResponseInfo info, Receiver started) {
        head = info;
        receiver = started;
        if (abandoned) {
            started.abandon();
        }
        return started;
    }

    /**
     * The refusal whose head came before the exchange failed, with what came of its body; null if there is none. The JDK tells
     * the caller and the body of the failure in any order, so the body is given a moment.
     */
    @Nullable
    Reply cutRefusal() throws InterruptedException {
        ResponseInfo info;
        Receiver body;
        synchronized (this) {
            info = head;
            body = receiver;
        }
        if (info == null || body == null || info.statusCode() < 400) {
            return null;
        }
        try {
            ReplyBody came = body.getBody().toCompletableFuture().get(MOMENT_MILLIS, TimeUnit.MILLISECONDS);
            return new Reply(request, info.statusCode(), info.headers(), came, deadline.nowMillis());
        } catch (ExecutionException | TimeoutException noneOfIt) {
            return null;
        }
    }

    synchronized void abandon() {
        abandoned = true;
        if (receiver != null) {
            receiver.abandon();
        }
    }
}
