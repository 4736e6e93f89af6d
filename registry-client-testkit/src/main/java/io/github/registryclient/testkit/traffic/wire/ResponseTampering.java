package io.github.registryclient.testkit.traffic.wire;

import io.github.registryclient.testkit.http.Cut;
import io.github.registryclient.testkit.http.Delivery;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.traffic.Ending;
import io.github.registryclient.testkit.traffic.Fault;
import io.github.registryclient.testkit.traffic.ScriptedAnswer;
import io.github.registryclient.testkit.traffic.Tampering;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Does to an answer what a fault says. */
class ResponseTampering implements Tampering {
    private static final int OK = 200;

    private Response response;

    private ResponseTampering(Response response) {
        this.response = response;
    }

    /** The answer with the fault. */
    static Response spoil(Response response, Fault fault) {
        ResponseTampering tampering = new ResponseTampering(response);
        fault.applyTo(tampering);
        return tampering.response;
    }

    /** Throws {@link IllegalArgumentException} for what no answer can be told to do; bodies are left alone. */
    static void check(Fault fault) {
        fault.applyTo(new ResponseTampering(Response.of(OK)) {
            @Override
            public void changeBody(UnaryOperator<byte[]> change) {}

            @Override
            public void changeHeader(String name, UnaryOperator<String> change) {}
        });
    }

    private void deliver(UnaryOperator<Delivery> change) {
        response = response.delivery(change.apply(response.delivery()));
    }

    private static Cut cut(Ending ending) {
        return Cut.valueOf(ending.name());
    }

    @Override
    public void delayBefore(Duration pause) {
        deliver(delivery -> delivery.delayBefore(pause));
    }

    @Override
    public void delayAfter(long bytes, Duration pause) {
        deliver(delivery -> delivery.delayAfter(bytes, pause));
    }

    @Override
    public void delayEvery(long bytes, Duration pause) {
        deliver(delivery -> delivery.delayEvery(bytes, pause));
    }

    @Override
    public void cutInHead(long bytes, Ending ending) {
        deliver(delivery -> delivery.cutInHead(bytes, cut(ending)));
    }

    @Override
    public void cutAfter(long bytes, Ending ending) {
        deliver(delivery -> delivery.cutAfter(bytes, cut(ending)));
    }

    @Override
    public void cutAtEnd(Ending ending) {
        deliver(delivery -> delivery.cutAtEnd(cut(ending)));
    }

    @Override
    public void contentLength(long length) {
        deliver(delivery -> delivery.contentLength(length));
    }

    @Override
    public void chunked() {
        deliver(Delivery::chunked);
    }

    @Override
    public void untilClose() {
        deliver(Delivery::untilClose);
    }

    @Override
    public void rawHead(byte[] bytes) {
        deliver(delivery -> delivery.rawHead(bytes));
    }

    @Override
    public void interim(ScriptedAnswer answer) {
        deliver(delivery -> delivery.interim(Responses.of(answer)));
    }

    @Override
    public void addHeader(String name, String value) {
        response = response.header(name, value);
    }

    @Override
    public void removeHeader(String name) {
        response = response.without(name);
    }

    @Override
    public void changeHeader(String name, UnaryOperator<String> change) {
        List<Map.Entry<String, String>> before = new ArrayList<>(response.headers());
        before.removeIf(header -> !header.getKey().equalsIgnoreCase(name));
        response = response.without(name);
        before.forEach(header -> addHeader(header.getKey(), change.apply(header.getValue())));
    }

    @Override
    public void rawHeader(byte[] line) {
        response = response.rawHeader(line);
    }

    @Override
    public void changeBody(UnaryOperator<byte[]> change) {
        try {
            response = response.body(change.apply(response.body().bytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("the body to be altered cannot be read", e);
        }
    }
}
