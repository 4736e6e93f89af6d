package io.github.registryclient.testkit.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

/** Requests of one connection, answered one after the other. */
final class Conversation {
    private static final String CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n";

    private final ConnectionInput in;
    private final ConnectionOutput wire;
    private final ServerContext context;
    private final Answering answering;

    Conversation(ConnectionInput in, ConnectionOutput wire, ServerContext context) {
        this.in = in;
        this.wire = wire;
        this.context = context;
        this.answering = new Answering(wire, context);
    }

    /**
     * Reads a request and answers it.
     *
     * @return whether another may follow
     * @throws CutException where the answer is to be cut
     */
    boolean next() throws IOException {
        HeadReader reader = new HeadReader(in);
        RequestHead head;
        try {
            head = reader.read();
        } catch (IOException e) {
            Optional<Response> refusal = ServerErrors.unreadable(e);
            if (refusal.isPresent()) {
                answering.answer(reader.unreadable(), refusal.get(), true);
            }
            return false;
        }
        RequestBody body = RequestBody.of(head.framing(), in);
        ContinuedBody shown = new ContinuedBody(body, head.expectsContinue() && !body.ended(), this::goOn);
        Response response = ask(new Request(head, shown, context.secure(), context.port()), body);
        boolean last = head.wantsClose() || shown.waiting() || isLost(body);
        shown.answered();
        return answering.answer(head, response, last) && drain(body);
    }

    private void goOn() throws IOException {
        wire.write(CONTINUE.getBytes(US_ASCII));
        wire.flush();
    }

    private Response ask(Request request, RequestBody body) throws IOException {
        try {
            return Objects.requireNonNull(context.handler().handle(request), "the handler gave no answer");
        } catch (Throwable e) {
            IOException unread = body.failure();
            if (unread != null) {
                return ServerErrors.unreadable(unread).orElseThrow(() -> unread);
            }
            if (wire.broken()) {
                throw new IOException("the client is gone", e);
            }
            context.failed(e);
            return ServerErrors.failed(e);
        }
    }

    private boolean isLost(RequestBody body) {
        return body.failure() != null || body.leaves(context.options().drainLimit());
    }

    /** Reads away what the handler left, so that the next request is found. */
    private boolean drain(RequestBody body) {
        try {
            body.skip(context.options().drainLimit());
            return body.ended() || body.read() < 0;
        } catch (IOException e) {
            return false;
        }
    }
}
