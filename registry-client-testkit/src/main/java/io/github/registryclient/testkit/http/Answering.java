package io.github.registryclient.testkit.http;

import java.io.IOException;

/** Sends answers, and deals with those whose bodies fail on the way. */
final class Answering {
    private final ConnectionOutput wire;
    private final ServerContext context;
    private final AnswerWriter writer;

    Answering(ConnectionOutput wire, ServerContext context) {
        this.wire = wire;
        this.context = context;
        this.writer = new AnswerWriter(wire, context.pauses(), context.date());
    }

    /**
     * Sends one answer. One whose body fails becomes a 500 if nothing of it has left, else it is cut: the client must not take
     * it for whole.
     *
     * @return whether the connection may be used again
     */
    boolean answer(RequestHead head, Response response, boolean last) throws IOException {
        try {
            return writer.write(head, response, last);
        } catch (CutException e) {
            throw e;
        } catch (Throwable e) {
            if (wire.broken() || context.pauses().ended()) {
                throw new IOException("nobody is there any more", e);
            }
            context.failed(e);
            if (wire.begun()) {
                wire.flush();
                throw new CutException(Cut.CLOSE);
            }
            wire.discard();
            return writer.write(head, ServerErrors.failed(e), last);
        }
    }
}
