package io.github.registryclient.testkit.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Sends one answer after the other on a connection. */
final class AnswerWriter {
    private final ConnectionOutput wire;
    private final Pauses pauses;
    private final DateLine date;

    AnswerWriter(ConnectionOutput wire, Pauses pauses, DateLine date) {
        this.wire = wire;
        this.pauses = pauses;
        this.date = date;
    }

    /**
     * Sends an answer.
     *
     * @param request what is answered
     * @param last whether the connection ends in any case
     * @return whether the connection may be used again
     * @throws CutException where the delivery has it
     */
    boolean write(RequestHead request, Response response, boolean last) throws IOException {
        Delivery delivery = response.delivery();
        AnswerPlan plan = new AnswerPlan(response, request.isHead(), request.current());
        boolean ends = last
                || plan.endsConnection()
                || response.fields().tokens("Connection").contains("close");
        if (request.current() && !delivery.interim().isEmpty()) {
            for (Response interim : delivery.interim()) {
                wire.write(AnswerHead.interim(interim));
            }
            wire.flush();
        }
        pauses.pause(delivery.timing().before());
        wire.beginAnswer();
        head(response, plan, ends);
        body(response, plan);
        wire.flush();
        if (delivery.cut().in(CutPoint.Place.END)) {
            throw new CutException(delivery.cut().cut());
        }
        return !ends;
    }

    private void head(Response response, AnswerPlan plan, boolean ends) throws IOException {
        byte[] raw = response.delivery().rawHead();
        byte[] head = raw == null ? AnswerHead.bytes(response, added(response, plan, ends)) : raw;
        CutPoint cut = response.delivery().cut();
        if (cut.in(CutPoint.Place.HEAD)) {
            wire.write(head, 0, (int) Math.min(cut.bytes(), head.length));
            wire.flush();
            throw new CutException(cut.cut());
        }
        wire.write(head);
    }

    private List<String> added(Response response, AnswerPlan plan, boolean ends) {
        List<String> lines = plan.headers();
        if (response.header("Date").isEmpty()) {
            lines.add(date.now());
        }
        if (ends && !response.fields().tokens("Connection").contains("close")) {
            lines.add("Connection: close");
        }
        return lines;
    }

    private void body(Response response, AnswerPlan plan) throws IOException {
        OutputStream framed = plan.isChunked() ? new ChunkedOutput(wire) : wire;
        ScriptedOutput scripted = new ScriptedOutput(framed, response.delivery(), pauses);
        if (plan.hasBody()) {
            scripted.begin();
            if (plan.isExact()) {
                ExactOutput exact = new ExactOutput(scripted, response.body().length());
                response.body().writeTo(exact);
                exact.finish();
            } else {
                response.body().writeTo(scripted);
            }
        }
        scripted.finish();
        if (framed instanceof ChunkedOutput) {
            ((ChunkedOutput) framed).finish();
        }
    }
}
