package io.github.registryclient.http.internal.transport;

import io.github.registryclient.http.internal.time.Deadline;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The bottom: one attempt on the JDK's client. */
final class JdkTransport implements Transport {
    private final ClientHolder client;
    private final BodyTimer timer;
    private final Lifecycle lifecycle;
    private final Timeouts timeouts;
    private final String userAgent;
    private final Proxies proxies;
    private final Waiting waiting = Waiting.ofThisJvm();

    JdkTransport(
            ClientHolder client,
            BodyTimer timer,
            Lifecycle lifecycle,
            Timeouts timeouts,
            String userAgent,
            Proxies proxies) {
        this.client = client;
        this.timer = timer;
        this.lifecycle = lifecycle;
        this.timeouts = timeouts;
        this.userAgent = userAgent;
        this.proxies = proxies;
    }

    @Override
    public Reply send(Request request, Deadline deadline) throws InterruptedException {
        if (lifecycle.isClosed()) {
            throw Lifecycle.closed(
                    request, null); // it waited for its turn, and got it because the one before was ended
        }
        HttpClient jdk = client.get(request);
        long allowed = Math.min(
                deadline.leftMillis(), timeouts.attempt(request.patience()).toMillis());
        if (allowed <= 0) {
            throw Failures.tooLate(request, deadline);
        }
        BodyIntake intake = new BodyIntake(request, deadline, timeouts, timer, lifecycle);
        boolean answered = false;
        try {
            HttpResponse<ReplyBody> response = waiting.send(jdk, toJdk(request, allowed), intake);
            answered = true;
            ReplyBody body = response.body();
            return new Reply(
                    request,
                    response.statusCode(),
                    response.headers(),
                    body == null ? ReplyBody.empty() : body,
                    deadline.nowMillis());
        } catch (IOException e) {
            Reply refusal = intake.cutRefusal();
            if (refusal == null) {
                throw Failures.of(request, e, allowed, proxies.shown(request.uri()));
            }
            return refusal;
        } catch (RuntimeException e) {
            throw Failures.of(request, e, allowed, proxies.shown(request.uri()));
        } finally {
            if (!answered) {
                intake.abandon();
            }
        }
    }

    private HttpRequest toJdk(Request request, long allowedMillis) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.uri()).timeout(Duration.ofMillis(allowedMillis));
        for (Header header : request.headers()) {
            builder.setHeader(header.name(), header.value());
        }
        builder.setHeader("User-Agent", userAgent);
        if (request.origin().isPlain() || request.isSentOnce()) {
            // over plain http proxies refuse the header that asks for HTTP/2; and over that, from Java 25 on, the JDK
            // itself sends
            // again what a server says it did not process
            builder.version(HttpClient.Version.HTTP_1_1);
        }
        if (request.method().equals("GET")) {
            return builder.GET().build();
        }
        if (request.method().equals("DELETE")) {
            return builder.DELETE().build(); // method("DELETE", noBody()) would send Content-Length: 0 (JDK-8283544)
        }
        return builder.method(request.method(), request.body().orElseGet(BodyPublishers::noBody))
                .build();
    }
}
