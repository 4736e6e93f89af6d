package io.github.registryclient.http.internal.transport;

import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import org.jspecify.annotations.Nullable;

/**
 * Chooses what takes in the body of one attempt. Where the attempt failed or was interrupted, an answer may still come (on
 * Java 11 nothing ends an exchange before its headers): then its connection is ended instead of held by a body nobody reads.
 */
final class BodyIntake implements BodyHandler<ReplyBody> {
    private final Request request;
    private final Deadline deadline;
    private final Timeouts timeouts;
    private final BodyTimer timer;
    private final Lifecycle lifecycle;
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
        if (request.method().equals("HEAD")) {
            return BodySubscribers.replacing(ReplyBody.empty());
        }
        return started(receiver(info.statusCode() >= 200 && info.statusCode() < 300));
    }

    private Receiver receiver(boolean success) {
        if (success && request.isStreaming()) {
            StreamSource source = new StreamSource(request, timeouts.stall().toMillis());
            lifecycle.opened(source.stream());
            return source;
        }
        long millis = Math.min(
                deadline.leftMillis(), timeouts.body(request.patience()).toMillis());
        return new LimitedBody(timer, millis, success ? request.bodyLimit() : Limits.ERROR_BODY, !success);
    }

    private synchronized Receiver started(Receiver started) {
        receiver = started;
        if (abandoned) {
            started.abandon();
        }
        return started;
    }

    synchronized void abandon() {
        abandoned = true;
        if (receiver != null) {
            receiver.abandon();
        }
    }
}
